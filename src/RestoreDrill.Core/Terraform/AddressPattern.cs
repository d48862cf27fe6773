using System.IO.Enumeration;
using System.Text;

namespace RestoreDrill.Core.Terraform;

/// <summary>
/// A resource address, or a pattern for several: <c>*</c> stands for any characters. Instance keys may be left out (<c>aws_kms_key.rds</c> is
/// also <c>aws_kms_key.rds["eu"]</c>), and a module's address stands for everything in it.
/// </summary>
public static class AddressPattern
{
    /// <summary>Addresses that have nothing in common but that they are of AWS, or of a module.</summary>
    private static readonly string[] OfTheRoot = ["aws_db_instance.a", "aws_kms_key.b"];
    private static readonly string[] OfModules = ["module.m.aws_db_instance.a", "module.n.aws_kms_key.b"];

    public static bool IsMatch(string pattern, string address)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(address);
        var without = WithoutKeys(address);
        return Matches(pattern, address) || Matches(pattern, without) || Matches(pattern + ".*", address) || Matches(pattern + ".*", without);
    }

    /// <summary>Whether the pattern tells nothing apart: neither kinds of resources nor modules (<c>*</c>, <c>aws_*</c>, <c>module.*</c>).</summary>
    public static bool IsEverything(string pattern) =>
        Array.TrueForAll(OfTheRoot, address => IsMatch(pattern, address)) || Array.TrueForAll(OfModules, address => IsMatch(pattern, address));

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

    // A backslash would escape; keys may hold one.
    private static bool Matches(string pattern, string address) =>
        FileSystemName.MatchesSimpleExpression(pattern.Replace('\\', '/'), address.Replace('\\', '/'), ignoreCase: false);
}
