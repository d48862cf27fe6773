using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>A bucket of facts in memory, that locks whatever is put.</summary>
internal sealed class InMemoryFactStore : IFactStore
{
    private readonly List<(FactVersion Version, byte[] Content)> _facts = [];

    public string Name => "bucket facts";

    public BucketFindings Findings { get; set; } = new() { HasObjectLock = true, HasVersions = true, BlocksPublicAccess = true, IsPublic = false };

    /// <summary>What a put is answered with instead; null: it is carried out.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>What a list is answered with instead; null: it is given.</summary>
    public Exception? ListRefusal { get; set; }

    public Task<FactVersion?> PutIfAbsentAsync(FactObject fact, DateTimeOffset? retainUntil, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }

        var key = fact.Key.ToString();
        if (_facts.Exists(one => one.Version.Key == key))
        {
            return Task.FromResult<FactVersion?>(null);
        }

        var content = fact.ToContent();
        var version = new FactVersion(key, $"v{_facts.Count + 1}", default, content.Length, IsDeleteMarker: false);
        _facts.Add((version, content));
        return Task.FromResult<FactVersion?>(version);
    }

    public Task<IReadOnlyList<FactVersion>> ListVersionsAsync(string prefix, CancellationToken cancellationToken) => ListRefusal is { } refusal ? throw refusal : Task.FromResult<IReadOnlyList<FactVersion>>(
        [.. _facts.Select(static one => one.Version).Where(version => version.Key.StartsWith(prefix, StringComparison.Ordinal))]);

    public Task<byte[]?> ReadAsync(FactVersion version, int longest, CancellationToken cancellationToken) =>
        Task.FromResult<byte[]?>(_facts.Single(one => one.Version == version).Content);

    public Task<FactLock> LockOfAsync(FactVersion version, CancellationToken cancellationToken) => Task.FromResult(new FactLock("COMPLIANCE", DateTimeOffset.MaxValue));

    public Task<BucketFindings> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult(Findings);
}
