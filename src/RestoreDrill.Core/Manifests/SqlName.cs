using System.Text;

namespace RestoreDrill.Core.Manifests;

/// <summary>Names as SQL writes them (PostgreSQL, "Identifiers and Key Words").</summary>
internal static class SqlName
{
    /// <summary>The parts of a name that may be qualified, without their quotes: <c>public."Odd.One"</c> has two.</summary>
    public static IReadOnlyList<string> Parts(string name)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '"' && quoted && i + 1 < name.Length && name[i + 1] == '"')
            {
                part.Append('"');
                i++;
            }
            else if (name[i] == '"')
            {
                quoted = !quoted;
            }
            else if (name[i] == '.' && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(name[i]);
            }
        }

        return [.. parts, part.ToString()];
    }
}
