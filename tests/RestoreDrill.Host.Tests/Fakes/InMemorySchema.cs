using RestoreDrill.Host.Composition;

namespace RestoreDrill.Host.Tests.Fakes;

internal sealed class InMemorySchema : IStoreSchema
{
    public List<string> Pending { get; } = [];

    public Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([.. Pending]);

    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> applied = [.. Pending];
        Pending.Clear();
        return Task.FromResult(applied);
    }

    public string Script() => "create schema restoredrill;";
}
