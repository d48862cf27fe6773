namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>The tests of AWS Backup, which share one sandbox of their own: some move its clock by months.</summary>
[CollectionDefinition(nameof(SharedBackupSandbox))]
public sealed class SharedBackupSandbox : ICollectionFixture<RunningSandbox>;
