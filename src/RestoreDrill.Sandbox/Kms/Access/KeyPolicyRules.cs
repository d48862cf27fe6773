using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Kms.Access;

/// <summary>
/// What a key policy must be to be put (API reference, PutKeyPolicy): 32 kilobytes at most, well formed, of principals that there are, and such that its caller can put
/// another one, unless the call bypasses this check. What is wrong with a malformed policy AWS does not tell.
/// </summary>
internal sealed class KeyPolicyRules(KeyPolicies policies, KeyChecks checks, KnownPrincipals principals, Authorization authorization)
{
    private const int Longest = 32768;

    /// <exception cref="AwsError">MalformedPolicyDocumentException or LimitExceededException, whose text is not AWS's.</exception>
    public void Check(KmsCall call, KmsKey key, string policy)
    {
        if (policy.Length > Longest)
        {
            throw KmsError.LimitExceeded($"A key policy has at most {Longest} bytes.");
        }

        if (Parse(policy).Statements.SelectMany(statement => statement.Principals?.Patterns ?? []).Any(principal => principal.Name is { } name && !principals.Has(name)))
        {
            throw KmsError.MalformedPolicy("Policy contains a statement with one or more invalid principals.");
        }

        var isBypassed = call.Parameters.Flag("BypassPolicyLockoutSafetyCheck") == true;
        if (!isBypassed && !authorization.Allows(call.Call, checks.Direct(call.Call, "kms:PutKeyPolicy", key, policy: policies.With(key, policy))))
        {
            throw KmsError.MalformedPolicy("The new key policy will not allow you to update the key policy in the future.");
        }
    }

    private static PolicyDocument Parse(string policy)
    {
        try
        {
            return PolicyParser.Parse(policy, PolicyKind.Resource);
        }
        catch (AwsError malformed) when (malformed.Code == Malformed.Code)
        {
            throw KmsError.MalformedPolicy(malformed.Message);
        }
    }
}
