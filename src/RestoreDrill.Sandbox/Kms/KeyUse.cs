using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms.Grants;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>
/// What RDS does with a key in its caller's name. AWS says which permissions a caller needs on a key that RDS is to use (RDS user guide, "Sharing encrypted
/// snapshots", "Managing access to your AWS KMS key"), but not which of them go with which operation: here each use needs them all.
/// </summary>
internal sealed class KeyUse(KeyRing keys, KeyChecks checks, ServiceGrants grants, Authorization authorization)
{
    /// <summary>What RDS asks KMS for.</summary>
    public static IReadOnlyList<string> Actions { get; } =
    [
        "kms:DescribeKey", KeyChecks.Grant, "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    /// <summary>The ARN of a key that an instance or a copy can be encrypted with.</summary>
    /// <param name="call">Whose caller RDS acts for.</param>
    /// <param name="name">The key as it was named.</param>
    /// <param name="whose">What it is the key of, for the refusal.</param>
    /// <exception cref="AwsError">KMSKeyNotAccessibleFault.</exception>
    public string Usable(AwsCall call, string name, string whose) =>
        keys.Find(call.AccountId, call.Region, name) is { IsUsable: true } key
        && Actions.All(action => authorization.Allows(call, checks.Through("rds", call, action, key)))
            ? key.Arn
            : throw new AwsError("KMSKeyNotAccessibleFault",
                $"The {whose} KMS key [{name}] does not exist, is not enabled or you do not have permissions to access it.");

    /// <summary>Makes the grant by which RDS keeps the use of a key; none where nothing is encrypted.</summary>
    /// <param name="keyArn">The key's ARN; null for none.</param>
    /// <param name="subject">The DbiResourceId of an instance, or the storage id of a snapshot that is being made.</param>
    /// <param name="dbiResourceId">Of the instance that it is, or is of.</param>
    public void Keep(string? keyArn, string subject, string dbiResourceId)
    {
        if (keyArn is not null)
        {
            grants.Make(keyArn, subject, dbiResourceId);
        }
    }
}
