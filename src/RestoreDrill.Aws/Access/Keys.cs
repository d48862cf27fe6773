using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Aws.Access;

/// <summary>What the account's KMS says of a key.</summary>
internal static class Keys
{
    /// <summary>Every key has one policy, of this name (KMS API reference, GetKeyPolicy).</summary>
    public const string ThePolicy = "default";

    public static async Task<EncryptionKey> DescribeAsync(AccountSession session, string key, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var answer = await session.Calls.AskAsync(
            "kms:DescribeKey", $"key {key}", session.Kms.DescribeKeyAsync, new DescribeKeyRequest { KeyId = key }, cancellationToken);
        var found = answer.KeyMetadata;
        return new EncryptionKey(
            Answers.Needed(found.Arn, "key ARN"), Answers.Needed(found.KeyState?.Value, "key state"), found.KeyManager == KeyManagerType.AWS);
    }

    public static async Task<string> PolicyOfAsync(AccountSession session, string keyArn, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyArn);
        var answer = await session.Calls.AskAsync(
            "kms:GetKeyPolicy", $"policy of key {keyArn}", session.Kms.GetKeyPolicyAsync, new GetKeyPolicyRequest { KeyId = keyArn, PolicyName = ThePolicy }, cancellationToken);
        return Answers.Needed(answer.Policy, "key policy");
    }

    /// <summary>All grants. A principal that is a service stands in either of two members (KMS API reference, GrantListEntry).</summary>
    public static async Task<IReadOnlyList<KeyGrant>> GrantsOfAsync(AccountSession session, string keyArn, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyArn);
        var all = new List<KeyGrant>();
        string? next = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "kms:ListGrants", $"grants on key {keyArn}", session.Kms.ListGrantsAsync, new ListGrantsRequest { KeyId = keyArn, Marker = next }, cancellationToken);
            all.AddRange((page.Grants ?? []).Select(static grant => new KeyGrant(
                Answers.Needed(grant.GrantId, "grant id"),
                Answers.Needed(grant.GranteePrincipal ?? grant.GranteeServicePrincipal, "grantee principal"),
                grant.RetiringPrincipal ?? grant.RetiringServicePrincipal,
                grant.IssuingAccount,
                grant.Operations ?? [])));
            next = page.Truncated == true ? page.NextMarker : null;
        }
        while (next is not null);

        return all;
    }
}
