namespace RestoreDrill.Sandbox.Clusters;

/// <summary>A data directory at rest, as a storage snapshot of a running server would hold it.</summary>
/// <param name="Directory">The data directory.</param>
/// <param name="TakenAt">The instant whose content it holds.</param>
/// <param name="Frozen">How long the server stood still for it; zero when it was stopped anyway.</param>
public sealed record ClusterSnapshot(string Directory, DateTimeOffset TakenAt, TimeSpan Frozen);
