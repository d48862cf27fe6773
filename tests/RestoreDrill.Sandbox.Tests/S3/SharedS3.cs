namespace RestoreDrill.Sandbox.Tests.S3;

/// <summary>The tests of S3, which share one sandbox of their own.</summary>
[CollectionDefinition(nameof(SharedS3))]
public sealed class SharedS3 : ICollectionFixture<RunningS3>;
