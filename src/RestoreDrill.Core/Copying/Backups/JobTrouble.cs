namespace RestoreDrill.Core.Copying.Backups;

/// <summary>What AWS Backup's words about a failed job mean: jobs fail with a text, never with a code.</summary>
/// <param name="Fragment">What the text contains.</param>
/// <param name="MayPass">Whether the same order may succeed later.</param>
/// <param name="Advice">What a person can do, in a sentence.</param>
internal sealed record JobTrouble(string Fragment, bool MayPass, string Advice)
{
    /// <summary>The texts that are known (AWS Backup developer guide, "Monitoring" and "Vault Lock"; AWS's knowledge centre on copies across accounts).</summary>
    public static IReadOnlyList<JobTrouble> All { get; } =
    [
        new("running job for the same resource", true, "AWS Backup does one job of a resource at a time: this one is asked for again."),
        new("too many copy jobs", true, "AWS Backup does a few copy jobs of a resource at a time: this one is asked for again."),
        new("too close to the", true, "AWS Backup starts nothing near a maintenance or backup window: this job is asked for again."),
        new("same organization", false, "Both accounts must be in one organisation: restoredrill guard tells what is missing, docs/isolation.md how it is made."),
        new("feature is not enabled", false, "The management account must switch on cross-account backup: docs/isolation.md says how."),
        new("Access Denied trying to call", false, "The locked vault's access policy must let the source account copy into it: restoredrill guard tells what it says, docs/iam what it should. An emergency restore into another account copies into that account's vault, whose policy must let in the vault account."),
        new("not authorized to perform: rds:ModifyDBSnapshotAttribute", false, "The role that AWS Backup copies in may not share the recovery point: the service control policy has to leave that to it (docs/iam/vault-account.scp.copy-back.json; restoredrill isolation plan tells what is missing)."),
        new("not within the range", false, "RestoreDrill:Backup:RetentionDays (in an emergency restore RestoreDrill:Restore:Account:CopyRetentionDays) is outside the range of the lock of the vault that is copied into."),
        new("outside the valid range", false, "RestoreDrill:Backup:SourceRetentionDays is outside the range of the lock of the source's vault: restoredrill config check names the range."),
        new("default Backup service managed key", false, "The vault that is copied into must be under a customer managed key: make another vault, a vault's key cannot be changed."),
        new("AWS managed key can't be shared", false, "The instance is encrypted under the account's default key: re-encrypt it, or use route rds-snapshot."),
        new("pending deletion", false, "Look at the keys of the instance and of both vaults at once: a deletion can be cancelled while it is pending."),
    ];

    /// <summary>The trouble that a text tells of; null: none that is known.</summary>
    public static JobTrouble? In(string? message) =>
        message is null ? null : All.FirstOrDefault(trouble => message.Contains(trouble.Fragment, StringComparison.OrdinalIgnoreCase));
}
