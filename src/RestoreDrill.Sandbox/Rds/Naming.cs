using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>RDS's rule for identifiers, which are kept in lower case.</summary>
internal static partial class Naming
{
    public static string Identifier(string parameter, string value, int longest)
    {
        if (value.Length > longest || !Pattern().IsMatch(value))
        {
            throw AwsError.InvalidParameterValue($"The parameter {parameter} is not a valid identifier. Identifiers must begin with a letter; must contain "
                + "only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.");
        }

        return value.ToLowerInvariant();
    }

    [GeneratedRegex(@"^[A-Za-z](-?[A-Za-z0-9])*\z")]
    private static partial Regex Pattern();
}
