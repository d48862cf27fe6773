namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>What RDS still has to do for an instance. Kept on disk, so that a restarted sandbox goes on with it.</summary>
/// <param name="Kind">What.</param>
/// <param name="SnapshotStorageId">The snapshot to restore from, or to take.</param>
internal sealed record InstanceStep(InstanceStepKind Kind, string? SnapshotStorageId = null);
