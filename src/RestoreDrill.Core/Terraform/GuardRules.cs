namespace RestoreDrill.Core.Terraform;

/// <summary>The ids of the rules. Stable: pipelines and runbooks name them; docs/terraform-guard.md explains each.</summary>
public static class GuardRules
{
    /// <summary>A protected thing would be destroyed.</summary>
    public const string Destroyed = "destroyed";

    /// <summary>A protected thing would be destroyed and made anew, in either order.</summary>
    public const string Replaced = "replaced";

    /// <summary>A protected thing would be removed from the state without being destroyed: no later plan would show what becomes of it.</summary>
    public const string Forgotten = "forgotten";

    public const string DeletionProtection = "deletion-protection";

    public const string BackupRetention = "backup-retention";

    public const string FinalSnapshot = "final-snapshot";

    public const string AutomatedBackups = "automated-backups";

    public const string ForceDestroy = "force-destroy";

    /// <summary>A protected thing gets another identifier, so that what is configured protects nothing.</summary>
    public const string Renamed = "renamed";

    public const string KmsKey = "kms-key";

    public const string VaultLock = "vault-lock";

    /// <summary>The policy of a vault, a key or an organisation changes.</summary>
    public const string Policy = "policy";

    public const string BackupPlan = "backup-plan";

    /// <summary>What a value of a protected thing will be is known only after apply, or cannot be read.</summary>
    public const string UnknownValue = "unknown-value";

    /// <summary>An action that the format did not have when this was written.</summary>
    public const string UnknownAction = "unknown-action";

    /// <summary>More is destroyed than the configured share of what exists.</summary>
    public const string Share = "share";

    /// <summary>The document holds, makes or reaches something in the vault account.</summary>
    public const string VaultAccount = "vault-account";

    /// <summary>The state names what AWS does not know, or knows under another resource id.</summary>
    public const string Stale = "stale";

    /// <summary>The plan would create a protected database: the state has lost it.</summary>
    public const string LostByState = "lost-by-state";

    /// <summary>The plan does not say what becomes of a protected thing that exists.</summary>
    public const string Unaccounted = "unaccounted";

    /// <summary>The plan failed, is partial, or puts changes off.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>Not a document that can be judged: not JSON, unfinished, of another kind, contradicting itself.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>A format version that is not known.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>One part of the document is larger than <see cref="JsonFeed.LargestPart"/>.</summary>
    public const string TooLarge = "too-large";
}
