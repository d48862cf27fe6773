namespace RestoreDrill.Aws.Tests.Wire;

/// <summary>The operations of AWS Backup by method and path (service model of 2018-11-15); only those that our adapters call.</summary>
internal static class BackupPaths
{
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static string ActionOf(string method, string path) => (method, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
    {
        ("PUT", ["backup-jobs"]) => "StartBackupJob",
        ("GET", ["backup-jobs", _]) => "DescribeBackupJob",
        ("PUT", ["copy-jobs"]) => "StartCopyJob",
        ("GET", ["copy-jobs", _]) => "DescribeCopyJob",
        ("GET", ["backup-vaults", _]) => "DescribeBackupVault",
        ("GET", ["backup-vaults", _, "recovery-points", ..]) => "DescribeRecoveryPoint",
        ("GET", ["backup-vaults", _, "access-policy"]) => "GetBackupVaultAccessPolicy",
        ("POST", ["tags", ..]) => "TagResource",
        _ => throw new ArgumentException($"There is no operation at {method} {path}."),
    };
}
