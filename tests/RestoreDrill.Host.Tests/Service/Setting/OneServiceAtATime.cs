namespace RestoreDrill.Host.Tests.Service.Setting;

/// <summary>Hangfire keeps filters, activator and storage in statics: one process can only be one service at a time.</summary>
[CollectionDefinition]
public sealed class OneServiceAtATime : ICollectionFixture<ServiceStores>;
