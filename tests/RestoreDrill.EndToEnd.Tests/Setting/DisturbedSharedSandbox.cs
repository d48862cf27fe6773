namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>Tests that change what every installation of a sandbox meets (faults, quotas, keys, the clock, a full account) or count all of its calls.</summary>
[CollectionDefinition(nameof(DisturbedSharedSandbox))]
public sealed class DisturbedSharedSandbox : ICollectionFixture<SharedSandbox>;
