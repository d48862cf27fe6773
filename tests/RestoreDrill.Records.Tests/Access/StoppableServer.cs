using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Access;

/// <summary>A server that no test of another class uses.</summary>
public sealed class StoppableServer : StoreServer;
