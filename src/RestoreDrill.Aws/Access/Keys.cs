using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Access;

/// <summary>What the account's KMS says of a key.</summary>
internal static class Keys
{
    public static async Task<EncryptionKey> DescribeAsync(AccountSession session, string key, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var answer = await session.Calls.AskAsync(
            "kms:DescribeKey", $"key {key}", session.Kms.DescribeKeyAsync, new DescribeKeyRequest { KeyId = key }, cancellationToken);
        var found = answer.KeyMetadata;
        return new EncryptionKey(
            Answers.Needed(found.Arn, "key ARN"), Answers.Needed(found.KeyState?.Value, "key state"), found.KeyManager == KeyManagerType.AWS);
    }
}
