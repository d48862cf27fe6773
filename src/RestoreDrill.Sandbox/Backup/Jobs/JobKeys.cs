using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>
/// What is asked of a key in the name of a role of AWS Backup's: to look at it and to give a grant, as AWS's managed policies for these roles have it; by RDS for the key of
/// an instance or a snapshot, by AWS Backup for the key of a vault. Which of the two AWS asks through is not settled.
/// </summary>
internal sealed class JobKeys(KeyRing keys, KeyChecks checks, Roles roles, Authorization authorization)
{
    public const string OfSnapshots = "rds";
    public const string OfVaults = "backup";
    private static readonly string[] Actions = ["kms:DescribeKey", KeyChecks.Grant];

    /// <summary>The key of that ARN; null if it is gone.</summary>
    public KmsKey? Find(string arn) => arn.Split(':') is [_, _, _, var region, var account, _] ? keys.Find(account, region, arn) : null;

    /// <summary>Whether the job's role may use a key.</summary>
    /// <param name="roleArn">The role; one that is gone may not.</param>
    /// <param name="region">Where.</param>
    /// <param name="service"><see cref="OfSnapshots"/> or <see cref="OfVaults"/>.</param>
    /// <param name="key">The key.</param>
    public bool MayUse(string roleArn, string region, string service, KmsKey key) =>
        roles.WithArn(roleArn) is { } role && MayUse(JobSession.Of(role), region, service, key);

    /// <summary>Whether the role that AWS Backup has made for itself in an account may use a key.</summary>
    public bool ServiceMayUse(string accountId, string region, string service, KmsKey key) =>
        MayUse(BackupServiceLinkedRole.ArnIn(accountId), region, service, key);

    private bool MayUse(Principal principal, string region, string service, KmsKey key)
    {
        var call = JobSession.Call(principal, region);
        return Array.TrueForAll(Actions, action => authorization.Allows(call, checks.Through(service, call, action, key)));
    }
}
