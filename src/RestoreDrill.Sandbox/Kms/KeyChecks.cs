using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>Permissions on keys, with the condition keys that KMS has for them (KMS developer guide, "Condition keys for AWS KMS").</summary>
internal sealed class KeyChecks(KeyRing keys, KeyPolicies policies)
{
    public const string Grant = "kms:CreateGrant";
    private const string IsForAwsResource = "kms:GrantIsForAWSResource";

    /// <summary>What a caller asks for itself.</summary>
    /// <param name="call">The call.</param>
    /// <param name="action">The action.</param>
    /// <param name="key">The key.</param>
    /// <param name="more">Condition keys of the operation.</param>
    /// <param name="policy">What is evaluated instead of the key's policy.</param>
    public AccessCheck Direct(AwsCall call, string action, KmsKey key, IEnumerable<(string, string[])>? more = null, ResourcePolicy? policy = null)
    {
        List<(string, string[])> asked = [.. Common(call, key), .. more ?? []];
        if (action is Grant or "kms:ListGrants" or "kms:RevokeGrant")
        {
            asked.Add((IsForAwsResource, ["false"]));
        }

        return new AccessCheck(action, key.Arn, key.AccountId, asked, policy ?? policies.Of(key));
    }

    /// <summary>What an AWS service asks for in the caller's name, for something that it keeps for the caller.</summary>
    public AccessCheck Through(string service, AwsCall call, string action, KmsKey key)
    {
        List<(string, string[])> asked = [.. Common(call, key), ("kms:ViaService", [$"{service}.{call.Region}.amazonaws.com"])];
        if (action == Grant)
        {
            asked.Add((IsForAwsResource, ["true"]));
        }

        return new AccessCheck(action, key.Arn, key.AccountId, asked, policies.Of(key)) { IsViaService = true };
    }

    private IEnumerable<(string, string[])> Common(AwsCall call, KmsKey key) =>
    [
        ("kms:CallerAccount", [call.AccountId]),
        ("kms:KeySpec", [Keys.KeyMetadata.Spec]),
        ("kms:KeyUsage", [Keys.KeyMetadata.Usage]),
        ("kms:KeyOrigin", [Keys.KeyMetadata.Origin]),
        ("kms:MultiRegion", ["false"]),
        ("kms:ResourceAliases", [.. keys.AliasesOf(key)]),
        .. key.Tags.Select(tag => ($"aws:ResourceTag/{tag.Key}", new[] { tag.Value })),
    ];
}
