using RestoreDrill.Sandbox.Iam.InlinePolicies;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>
/// The role that each account has at first for AWS Backup to work in, as AWSBackupDefaultServiceRole is in a real one: it trusts the service only, and may do
/// what backing up, copying and restoring an RDS instance takes.
/// </summary>
internal static class BackupServiceRole
{
    public const string Name = "restoredrill-backup-service";

    /// <summary>AWS Backup as a principal.</summary>
    public const string Service = "backup.amazonaws.com";

    /// <summary>A trust policy that lets AWS Backup in, and nobody else.</summary>
    public const string Trust =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

    public static IReadOnlyList<InlinePolicy> Policies { get; } =
    [
        new("backup-service",
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*","Action":[
          "rds:AddTagsToResource","rds:CopyDBSnapshot","rds:CreateDBSnapshot","rds:DeleteDBSnapshot","rds:DescribeDBInstances","rds:DescribeDBSnapshots",
          "rds:ListTagsForResource","rds:ModifyDBSnapshotAttribute","kms:CreateGrant","kms:DescribeKey","backup:DescribeBackupVault","backup:CopyIntoBackupVault"]}}
        """),
        new("restore-service",
        """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Resource":"*","Action":["rds:AddTagsToResource","rds:RestoreDBInstanceFromDBSnapshot"]},
          {"Effect":"Allow","Resource":"*","Condition":{"StringLike":{"kms:ViaService":"rds.*.amazonaws.com"}},"Action":[
            "kms:Decrypt","kms:Encrypt","kms:GenerateDataKey","kms:GenerateDataKeyWithoutPlaintext","kms:ReEncryptFrom","kms:ReEncryptTo"]}]}
        """),
    ];
}
