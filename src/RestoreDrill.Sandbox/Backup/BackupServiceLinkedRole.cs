namespace RestoreDrill.Sandbox.Backup;

/// <summary>The role that AWS Backup has made for itself in each account, and copies in the destination's account by.</summary>
internal static class BackupServiceLinkedRole
{
    public static string ArnIn(string accountId) => $"arn:aws:iam::{accountId}:role/aws-service-role/{BackupServiceRole.Service}/AWSServiceRoleForBackup";
}
