namespace RestoreDrill.Sandbox.Tests;

/// <summary>The tests that share one sandbox; one after the other, since each may break it on purpose.</summary>
[CollectionDefinition(nameof(SharedSandbox))]
public sealed class SharedSandbox : ICollectionFixture<RunningSandbox>;
