using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>A role's trust policy as it was put; it can be parsed.</summary>
/// <param name="Text">JSON.</param>
/// <param name="IsShipped">Whether it is what this project ships, and no call has replaced it.</param>
internal sealed record TrustPolicy(string Text, bool IsShipped = false)
{
    private PolicyDocument? read;

    [JsonIgnore]
    public PolicyDocument Document => read ??= PolicyParser.Parse(Text, PolicyKind.Trust);
}
