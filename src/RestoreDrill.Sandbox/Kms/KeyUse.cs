using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>
/// What RDS does with a key in its caller's name. AWS says which permissions a caller needs on a key that RDS is to use (RDS user guide, "Sharing encrypted
/// snapshots", "Managing access to your AWS KMS key"), but not which of them go with which operation: here each use needs them all.
/// </summary>
internal sealed class KeyUse(KeyRing keys, KeyPolicies policies, Authorization authorization)
{
    private const string Grant = "kms:CreateGrant";

    /// <summary>What RDS asks KMS for.</summary>
    public static IReadOnlyList<string> Actions { get; } =
    [
        "kms:DescribeKey", Grant, "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    /// <summary>The ARN of a key that an instance or a copy can be encrypted with.</summary>
    /// <param name="call">Whose caller RDS acts for.</param>
    /// <param name="name">The key as it was named.</param>
    /// <param name="whose">What it is the key of, for the refusal.</param>
    /// <exception cref="AwsError">KMSKeyNotAccessibleFault.</exception>
    public string Usable(AwsCall call, string name, string whose) =>
        keys.Find(call.AccountId, call.Region, name) is { IsUsable: true } key && Actions.All(action => authorization.Allows(call, Check(call, key, action)))
            ? key.Arn
            : throw new AwsError("KMSKeyNotAccessibleFault",
                $"The {whose} KMS key [{name}] does not exist, is not enabled or you do not have permissions to access it.");

    private AccessCheck Check(AwsCall call, KmsKey key, string action)
    {
        List<(string, string[])> asked = [("kms:CallerAccount", [call.AccountId]), ("kms:ViaService", [$"rds.{call.Region}.amazonaws.com"])];
        if (action == Grant)
        {
            asked.Add(("kms:GrantIsForAWSResource", ["true"]));
        }

        return new AccessCheck(action, key.Arn, key.AccountId, asked, policies.Of(key)) { IsViaService = true };
    }
}
