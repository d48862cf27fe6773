namespace RestoreDrill.Core.Protection;

/// <summary>The way by which copies come into the vault account.</summary>
public enum CopyRoute
{
    /// <summary>A manual snapshot, shared with the vault account and copied there by its own role. Nothing locks such a copy.</summary>
    RdsSnapshot,

    /// <summary>A backup job in the source account, and a copy job from its vault into the locked backup vault of the vault account.</summary>
    AwsBackup,
}
