namespace RestoreDrill.Core.Terraform;

/// <summary>Which attributes of which protected things must not be lost.</summary>
internal static class AttributeRules
{
    /// <summary>Of every protected thing, whatever its type: the names mean the same everywhere.</summary>
    private static readonly AttributeRule[] OfAll =
    [
        new(GuardRules.DeletionProtection, "deletion_protection", LossKind.NoLongerTrue, "Without it, one call deletes the database and every automated backup with it."),
        new(GuardRules.DeletionProtection, "deletion_protection_enabled", LossKind.NoLongerTrue, "Without it, one call deletes it."),
        new(GuardRules.DeletionProtection, "enable_deletion_protection", LossKind.NoLongerTrue, "Without it, one call deletes it."),
        new(GuardRules.BackupRetention, "backup_retention_period", LossKind.SmallerOrUnset, "AWS deletes the automated backups that are older than the new period; 0 deletes all of them."),
        new(GuardRules.FinalSnapshot, "skip_final_snapshot", LossKind.BecomesTrue, "When the database is deleted, no snapshot is taken of it first."),
        new(GuardRules.FinalSnapshot, "final_snapshot_identifier", LossKind.Unset, "Without a name for it, no final snapshot can be taken: the deletion fails, or is made to skip it."),
        new(GuardRules.AutomatedBackups, "delete_automated_backups", LossKind.BecomesTrue, "When the database is deleted, every automated backup goes with it."),
        new(GuardRules.ForceDestroy, "force_destroy", LossKind.BecomesTrue, "Destroying it would first destroy everything that it holds."),
    ];

    private static readonly AttributeRule KeyPolicy = new(GuardRules.Policy, "policy", LossKind.Different, "Whoever the key's policy no longer names cannot read the backups under it any more.");

    private static readonly AttributeRule[] OfKeys =
    [
        new(GuardRules.KmsKey, "is_enabled", LossKind.NoLongerTrue, "Nothing that is encrypted under a disabled key can be restored."),
        new(GuardRules.KmsKey, "enabled", LossKind.NoLongerTrue, "Nothing that is encrypted under a disabled key can be restored."),
        new(GuardRules.KmsKey, "deletion_window_in_days", LossKind.Smaller, "It is the time in which the key's deletion can still be taken back."),
        KeyPolicy,
    ];

    private static readonly AttributeRule[] OfClusters =
    [
        new(GuardRules.Renamed, "cluster_identifier", LossKind.OtherName, "Under another name it is another cluster to everything that was configured for it."),
    ];

    private static readonly AttributeRule[] OfInstances =
    [
        new(GuardRules.Renamed, "identifier", LossKind.OtherName, "Under another name nothing protects it: the configuration names the instance."),
    ];

    private static readonly Dictionary<string, AttributeRule[]> OfType = new(StringComparer.Ordinal)
    {
        ["aws_db_instance"] = OfInstances,
        ["aws_rds_cluster_instance"] = OfInstances,
        ["aws_rds_cluster"] = OfClusters,
        ["aws_kms_key"] = OfKeys,
        ["aws_kms_external_key"] = OfKeys,
        ["aws_kms_replica_key"] = OfKeys,
        ["aws_kms_replica_external_key"] = OfKeys,
        ["aws_kms_key_policy"] = [KeyPolicy],
        ["aws_db_instance_automated_backups_replication"] =
        [
            new(GuardRules.BackupRetention, "retention_period", LossKind.SmallerOrUnset, "AWS deletes the replicated backups that are older than the new period."),
        ],
        ["aws_backup_vault_policy"] = [new(GuardRules.Policy, "policy", LossKind.Different, "The policy is what denies deleting recovery points.")],
        ["aws_backup_vault_lock_configuration"] =
        [
            new(GuardRules.VaultLock, "changeable_for_days", LossKind.Different, "It decides whether the lock can be taken off, and until when."),
            new(GuardRules.VaultLock, "min_retention_days", LossKind.SmallerOrUnset, "Recovery points could be made that expire sooner."),
            new(GuardRules.VaultLock, "max_retention_days", LossKind.Smaller, "Copy jobs that keep for longer would fail."),
        ],
        ["aws_backup_logically_air_gapped_vault"] =
        [
            new(GuardRules.VaultLock, "min_retention_days", LossKind.SmallerOrUnset, "Recovery points could be made that expire sooner."),
            new(GuardRules.VaultLock, "max_retention_days", LossKind.Smaller, "Copy jobs that keep for longer would fail."),
        ],
        ["aws_organizations_policy"] = [new(GuardRules.Policy, "content", LossKind.Different, "The policy is what denies deletion in the accounts below it.")],
    };

    public static IEnumerable<GuardRefusal> Judge(string type, AttributeSet before, AttributeSet after)
    {
        foreach (var rule in OfAll.Concat(OfType.GetValueOrDefault(type, [])))
        {
            if (rule.Judge(before, after) is { } refusal)
            {
                yield return refusal;
            }
        }

        if (type == "aws_backup_plan")
        {
            foreach (var refusal in BackupPlanRule.Judge(before, after))
            {
                yield return refusal;
            }
        }
    }
}
