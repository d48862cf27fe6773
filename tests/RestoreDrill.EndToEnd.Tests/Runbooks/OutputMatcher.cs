using System.Text;
using System.Text.RegularExpressions;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>
/// Compares what a reader should see with what was there. <c>...</c> on a line of its own stands for any lines, <c>…</c> or <c>&lt;words&gt;</c> in a line for any text. How
/// far things are apart in a line does not count, nor do empty lines.
/// </summary>
internal static partial class OutputMatcher
{
    private const string AnyLines = "...";

    /// <summary>Null where they agree; otherwise both, with a mark at what was not seen.</summary>
    public static string? Difference(string expected, string got)
    {
        var wanted = Plain(expected);
        var seen = Plain(got);
        var reached = 0;
        return Agree(wanted, 0, seen, 0, ref reached) ? null : SideBySide(wanted, seen, reached);
    }

    /// <summary>Whether any output at all would do.</summary>
    public static bool PromisesNothing(string expected) => !Plain(expected).Exists(static line => line != AnyLines && Any().Replace(line, "").Trim().Length > 0);

    private static bool Agree(List<string> wanted, int w, List<string> seen, int s, ref int reached)
    {
        reached = Math.Max(reached, w);
        if (w == wanted.Count)
        {
            return s == seen.Count;
        }

        if (wanted[w] != AnyLines)
        {
            return s < seen.Count && IsLike(wanted[w], seen[s]) && Agree(wanted, w + 1, seen, s + 1, ref reached);
        }

        for (var next = s; next <= seen.Count; next++)
        {
            if (Agree(wanted, w + 1, seen, next, ref reached))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLike(string wanted, string seen) =>
        Regex.IsMatch(seen, $"^{string.Join(".+?", Any().Split(wanted).Select(Regex.Escape))}$", RegexOptions.CultureInvariant);

    /// <summary>The lines of an output without what only a terminal is told, with one space between words.</summary>
    public static List<string> Plain(string text) =>
        [.. text.Split('\n').Select(static line => Spaces().Replace(Escapes().Replace(line, ""), " ").Trim()).Where(static line => line.Length > 0)];

    private static string SideBySide(List<string> wanted, List<string> seen, int reached)
    {
        var text = new StringBuilder("expected (> was not seen):\n");
        for (var i = 0; i < wanted.Count; i++)
        {
            text.AppendLine($"  {(i == reached ? '>' : '|')} {wanted[i]}");
        }

        if (reached == wanted.Count)
        {
            text.AppendLine("  > (nothing more)");
        }

        text.AppendLine("got:");
        seen.ForEach(line => text.AppendLine($"  | {line}"));
        return text.ToString();
    }

    [GeneratedRegex("…|<[a-z][a-z ]*>")]
    private static partial Regex Any();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\a]*\a|\x1b[=>]")]
    private static partial Regex Escapes();
}
