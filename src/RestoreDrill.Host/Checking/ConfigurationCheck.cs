using System.Text.Json.Serialization;
using RestoreDrill.Host.Commands;

namespace RestoreDrill.Host.Checking;

/// <summary>What <c>config check</c> found in a configuration that can be read. (One that cannot is an error with all its problems.)</summary>
/// <param name="File">The configuration file.</param>
/// <param name="Offline">Whether nobody was asked.</param>
/// <param name="Checks">What the accounts and the store answered.</param>
internal sealed record ConfigurationCheck(string File, bool Offline, IReadOnlyList<LiveCheck> Checks)
{
    public int Problems => Checks.Count(static check => check.State == LiveState.Problem);

    [JsonIgnore]
    public int ExitCode => this switch
    {
        _ when Checks.Any(static check => check.IsSafetyRule && check.State == LiveState.Problem) => ExitCodes.SafetyRule,
        _ when Checks.Any(static check => check.State is not (LiveState.Ok or LiveState.Warning or LiveState.NotAsked)) => ExitCodes.Failed,
        _ => ExitCodes.Ok,
    };
}
