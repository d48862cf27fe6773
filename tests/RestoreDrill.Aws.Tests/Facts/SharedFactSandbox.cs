namespace RestoreDrill.Aws.Tests.Facts;

/// <summary>The tests that share one sandbox with buckets; one after the other, since some move its clock.</summary>
[CollectionDefinition(nameof(SharedFactSandbox))]
public sealed class SharedFactSandbox : ICollectionFixture<FactSandbox>;
