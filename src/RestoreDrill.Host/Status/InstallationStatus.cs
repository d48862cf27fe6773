namespace RestoreDrill.Host.Status;

/// <summary>How the installation stands.</summary>
/// <param name="Installation">Its id.</param>
/// <param name="At">When this was looked at, by this machine's clock.</param>
/// <param name="Databases">Every database of the configuration, and those with something open or left behind.</param>
/// <param name="SnapshotQuota">The vault's quota.</param>
/// <param name="LeftScratchInstances">Scratch instances of this installation that no open drill uses; null: not checked.</param>
/// <param name="GuardRails">How the guard rails stood when they were last looked at.</param>
/// <param name="Incidents">What happened outside of runs lately.</param>
internal sealed record InstallationStatus(
    string Installation,
    DateTimeOffset At,
    IReadOnlyList<DatabaseStatus> Databases,
    QuotaStatus SnapshotQuota,
    IReadOnlyList<string>? LeftScratchInstances,
    GuardRailStatus GuardRails,
    IncidentStatus Incidents)
{
    /// <summary>What is not as it must be and is no single database's, one sentence each.</summary>
    public IReadOnlyList<string> Red { get; } =
    [
        .. SnapshotQuota.Red is { } quota ? [quota] : Array.Empty<string>(),
        .. LeftScratchInstances switch
        {
            null => ["scratch instances: not checked, the vault account could not be asked"],
            [] => Array.Empty<string>(),
            _ => [$"scratch instances belong to no open drill: {string.Join(", ", LeftScratchInstances)}; see runbooks/scratch-left-behind.md"],
        },
        .. GuardRails.Outdated is { } outdated ? [outdated] : Array.Empty<string>(),
    ];

    public bool IsRed => Red.Count > 0 || Databases.Any(static database => database.Red.Count > 0);
}
