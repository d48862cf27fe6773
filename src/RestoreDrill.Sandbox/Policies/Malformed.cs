using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Policies;

/// <summary>How AWS refuses a policy that it cannot read.</summary>
internal static class Malformed
{
    public const string Code = "MalformedPolicyDocument";

    public static AwsError Because(string reason) => new(Code, reason);
}
