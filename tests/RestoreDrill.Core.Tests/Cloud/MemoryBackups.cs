using RestoreDrill.Core.Copying.Backups;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>AWS Backup over the two accounts of a <see cref="MemoryCloud"/>: jobs take as long as snapshots, and are one for each token.</summary>
internal sealed class MemoryBackups(MemoryCloud cloud)
{
    private readonly Dictionary<string, MemoryJob> _jobs = [];

    public BackupVault? SourceVault { get; set; } = new() { Name = "staging", Arn = "arn:aws:backup:eu-central-1:111111111111:backup-vault:staging", IsLocked = false };

    public BackupVault? Vault { get; set; } = new()
    {
        Name = "copies",
        Arn = Sample.Backup.VaultArn,
        KeyArn = Sample.VaultKey,
        IsLocked = true,
        LockDate = Sample.Now.AddDays(-100),
        MinRetentionDays = 7,
        MaxRetentionDays = 90,
    };

    /// <summary>The vault of <see cref="Sample.OtherAccount"/>.</summary>
    public BackupVault? OtherVault { get; set; } = new()
    {
        Name = Sample.OtherVault.BackupVault, Arn = Sample.OtherVault.VaultArn, KeyArn = "arn:aws:kms:eu-central-1:333333333333:key/their-own", IsLocked = false,
    };

    /// <summary>How the next jobs end, oldest first; those after them are COMPLETED.</summary>
    public Queue<(string State, string? Message)> Ends { get; } = [];

    /// <summary>The status of every recovery point in the vault account.</summary>
    public string PointStatus { get; set; } = "COMPLETED";

    /// <summary>What recovery points of the vault account say they were made of.</summary>
    public string PointOf { get; set; } = Sample.Facts.SourceArn;

    /// <summary>Whether a copy takes over the tags of its source.</summary>
    public bool CopiesTags { get; set; } = true;

    public IReadOnlyCollection<MemoryJob> Jobs => _jobs.Values;

    public Task<string> StartAsync(string operation, string token, Func<string, MemorySnapshot> make, Dictionary<string, MemorySnapshot> into)
    {
        var known = _jobs.Values.FirstOrDefault(job => job.Token == token);
        return cloud.CallAsync(operation, token, known is null, () =>
        {
            if (known is not null)
            {
                return known.Id;
            }

            var id = $"{(operation == "backup:StartCopyJob" ? "copyjob" : "job")}-{_jobs.Count + 1}";
            var end = Ends.TryDequeue(out var ordered) ? ordered : ("COMPLETED", null);
            var made = make($"{RecoveryPointNames.Prefix}{id}");
            if (end.State == "COMPLETED")
            {
                into.Add(made.Snapshot.Name, made);
            }

            _jobs.Add(id, new MemoryJob(id, token, made, end.State, end.Message));
            return id;
        });
    }

    public Task<MemoryJob?> FindAsync(string operation, string id) => cloud.CallAsync(operation, id, false, () => _jobs.GetValueOrDefault(id));

    public Task<BackupVault?> FindVaultAsync(BackupVault? vault, string name) =>
        cloud.CallAsync("backup:DescribeBackupVault", name, false, () => vault?.Name == name ? vault : null);

    public Task<RecoveryPoint?> FindPointAsync(string vault, string arn) => cloud.CallAsync("backup:DescribeRecoveryPoint", arn, false, () =>
        (Vault?.Name == vault || OtherVault?.Name == vault) && cloud.VaultSnapshots.Values.Concat(cloud.OtherSnapshots.Values).FirstOrDefault(snapshot => snapshot.Snapshot.Arn == arn) is { } found
            ? new RecoveryPoint { Arn = arn, Status = PointStatus, ResourceArn = PointOf, KeyArn = found.Snapshot.KmsKeyArn, DeleteAt = found.AvailableAt.AddDays(Sample.Backup.RetentionDays) }
            : null);

    public string StateOf(MemoryJob job) => cloud.Time.GetUtcNow() >= job.Made.AvailableAt ? job.EndsAs : "RUNNING";
}
