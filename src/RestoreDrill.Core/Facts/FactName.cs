using System.Globalization;
using System.Text;

namespace RestoreDrill.Core.Facts;

/// <summary>
/// A name as one segment of a key: letters, digits, <c>.</c>, <c>_</c> and <c>-</c> as they are, each other byte of its UTF-8 as <c>!</c> and two digits. S3 takes all of these without
/// escaping them (S3 user guide, "Naming Amazon S3 objects", "Safe characters"); a segment of dots alone would be taken for a folder on the way.
/// </summary>
internal static class FactName
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

    public static string Write(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var isDots = name.All(static letter => letter == '.');
        var text = new StringBuilder(name.Length);
        foreach (var one in Encoding.UTF8.GetBytes(name))
        {
            if (Plain.Contains((char)one, StringComparison.Ordinal) || (one == '.' && !isDots))
            {
                text.Append((char)one);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"!{one:x2}");
            }
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static string? Read(string segment)
    {
        var bytes = new List<byte>(segment.Length);
        for (var at = 0; at < segment.Length; at++)
        {
            if (segment[at] != '!')
            {
                bytes.Add((byte)segment[at]);
            }
            else if (at + 2 < segment.Length && byte.TryParse(segment.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var one))
            {
                bytes.Add(one);
                at += 2;
            }
            else
            {
                return null;
            }
        }

        var name = Encoding.UTF8.GetString([.. bytes]);

        // Each name has one form only.
        return name.Length > 0 && Write(name) == segment ? name : null;
    }
}
