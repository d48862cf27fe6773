using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Sts;

/// <summary>How long a role's session lasts: an hour, or what was asked for within what STS, role chaining and the role allow (STS API reference, AssumeRole).</summary>
internal static class SessionLength
{
    private const int Usual = 3600;
    private const int Shortest = 900;
    private const int Longest = 43_200;

    /// <summary>An assumed role that assumes another one.</summary>
    private const int LongestOfChain = 3600;

    /// <summary>In seconds.</summary>
    /// <exception cref="AwsError">ValidationError.</exception>
    public static int Of(AwsCall call, Role role)
    {
        var seconds = call.Parameters.Number("DurationSeconds") ?? Usual;
        return seconds < Shortest ? throw OutOfRange(seconds, $"greater than or equal to {Shortest}")
            : seconds > Longest ? throw OutOfRange(seconds, $"less than or equal to {Longest}")
            : call.Caller.Role is not null && seconds > LongestOfChain
                ? throw Refused("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.")
            : seconds > role.MaxSessionDuration ? throw Refused("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
            : seconds;
    }

    private static AwsError OutOfRange(int seconds, string limit) =>
        Refused($"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value {limit}");

    private static AwsError Refused(string message) => new("ValidationError", message);
}
