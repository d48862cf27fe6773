using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>What CreateRole and UpdateRole both set.</summary>
/// <param name="Description">Null where it was not sent.</param>
/// <param name="MaxSessionDuration">In seconds; null where it was not sent.</param>
internal sealed partial record RoleSettings(string? Description, int? MaxSessionDuration)
{
    private const int Longest = 1000;
    private const int ShortestSession = 3600;
    private const int LongestSession = 43_200;

    /// <exception cref="AwsError">ValidationError.</exception>
    public static RoleSettings Read(CallParameters parameters)
    {
        var description = parameters.Sent("Description");
        if (description is not null && !Characters().IsMatch(IamConstraint.Length("Description", description, Longest)))
        {
            throw IamConstraint.Broken("Description", @"satisfy regular expression pattern: [\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*");
        }

        return new RoleSettings(description, parameters.Number("MaxSessionDuration") is { } seconds
            ? IamConstraint.Range("MaxSessionDuration", seconds, ShortestSession, LongestSession)
            : null);
    }

    [GeneratedRegex(@"^[\t\n\r -~\u00A1-\u00FF]*\z")]
    private static partial Regex Characters();
}
