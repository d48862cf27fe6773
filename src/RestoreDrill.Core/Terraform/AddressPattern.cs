using System.IO.Enumeration;
using System.Text;

namespace RestoreDrill.Core.Terraform;

/// <summary>
/// A resource address, or a pattern for several: <c>*</c> stands for any characters. Instance keys may be left out (<c>aws_kms_key.rds</c> is
/// also <c>aws_kms_key.rds["eu"]</c>), and a module's address stands for everything in it.
/// </summary>
public static class AddressPattern
{
    public static bool IsMatch(string pattern, string address)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(address);
        var without = WithoutKeys(address);
        return Matches(pattern, address) || Matches(pattern, without) || Matches(pattern + ".*", address) || Matches(pattern + ".*", without);
    }

    /// <summary>Whether the pattern names neither a module nor a type of resource in full: then it may be anything (<c>*</c>, <c>aws_*</c>, <c>module.*</c>, <c>*.this</c>).</summary>
    public static bool IsEverything(string pattern)
    {
        var parts = WithoutKeys(pattern).Split('.');
        return !parts.Where((part, at) => IsWhole(part) && (part.StartsWith("aws_", StringComparison.Ordinal) || part.StartsWith("awscc_", StringComparison.Ordinal) || (at > 0 && parts[at - 1] == "module"))).Any();
    }

    /// <summary>The address without <c>[0]</c> and <c>["key"]</c>; a key may hold any character.</summary>
    public static string WithoutKeys(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.Contains('[', StringComparison.Ordinal))
        {
            return address;
        }

        var kept = new StringBuilder(address.Length);
        var (inKey, inText) = (false, false);
        for (var at = 0; at < address.Length; at++)
        {
            var letter = address[at];
            if (inText)
            {
                at += letter == '\\' ? 1 : 0;
                inText = letter != '"';
            }
            else if (inKey)
            {
                inText = letter == '"';
                inKey = letter != ']';
            }
            else if (letter == '[')
            {
                inKey = true;
            }
            else
            {
                kept.Append(letter);
            }
        }

        return kept.ToString();
    }

    private static bool IsWhole(string part) => part.Length > 0 && part.IndexOfAny(['*', '?']) < 0;

    // A backslash would escape; keys may hold one.
    private static bool Matches(string pattern, string address) =>
        FileSystemName.MatchesSimpleExpression(pattern.Replace('\\', '/'), address.Replace('\\', '/'), ignoreCase: false);
}
