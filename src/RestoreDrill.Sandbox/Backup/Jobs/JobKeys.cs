using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>
/// What AWS Backup, which has RDS do it, asks of a key in the name of a role: to look at it and to give RDS a grant, as AWS's managed policies for these roles have it.
/// </summary>
internal sealed class JobKeys(KeyRing keys, KeyChecks checks, Roles roles, Authorization authorization)
{
    private static readonly string[] Actions = ["kms:DescribeKey", KeyChecks.Grant];

    /// <summary>The key of that ARN; null if it is gone.</summary>
    public KmsKey? Find(string arn) => arn.Split(':') is [_, _, _, var region, var account, _] ? keys.Find(account, region, arn) : null;

    /// <summary>Whether the job's role may use a key.</summary>
    public bool MayUse(string roleArn, string region, KmsKey key) => roles.WithArn(roleArn) is { } role && MayUse(JobSession.Of(role), region, key);

    /// <summary>Whether the role that AWS Backup has made for itself in an account may use a key.</summary>
    public bool ServiceMayUse(string accountId, string region, KmsKey key) => MayUse(BackupServiceLinkedRole.ArnIn(accountId), region, key);

    private bool MayUse(Principal principal, string region, KmsKey key)
    {
        var call = JobSession.Call(principal, region);
        return Array.TrueForAll(Actions, action => authorization.Allows(call, checks.Through("rds", call, action, key)));
    }
}
