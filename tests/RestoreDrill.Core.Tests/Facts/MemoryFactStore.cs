using RestoreDrill.Core.Facts;

namespace RestoreDrill.Core.Tests.Facts;

/// <summary>A store with versions in memory. A put goes by what a real one does; beside it anything can be laid down, as somebody else with rights on the bucket could.</summary>
internal sealed class MemoryFactStore(DateTimeOffset now) : IFactStore
{
    private readonly List<(FactVersion Version, byte[] Content)> _versions = [];

    public string Name => "bucket facts";

    /// <summary>The store's clock.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>What protects every version.</summary>
    public FactLock Lock { get; set; } = new("COMPLIANCE", now.AddYears(10));

    /// <summary>What reading a version is answered with instead.</summary>
    public Func<FactVersion, Exception?> Refusal { get; set; } = static _ => null;

    /// <summary>The next put is carried out and then refused as a key that is taken, as when the answer to the first attempt was lost.</summary>
    public bool LosesAnswer { get; set; }

    public int Count => _versions.Count;

    public FactVersion Lay(string key, byte[]? content)
    {
        var version = new FactVersion(key, $"v{_versions.Count + 1}", Now, content?.Length ?? 0, content is null);
        _versions.Add((version, content ?? []));
        return version;
    }

    public FactVersion Lay(FactObject fact) => Lay(fact.Key.ToString(), fact.ToContent());

    public Task<FactVersion?> PutIfAbsentAsync(FactObject fact, DateTimeOffset? retainUntil, CancellationToken cancellationToken)
    {
        var latest = _versions.FindLast(one => one.Version.Key == fact.Key.ToString()).Version;
        if (latest is { IsDeleteMarker: false })
        {
            return Task.FromResult<FactVersion?>(null);
        }

        var made = Lay(fact);
        return Task.FromResult(LosesAnswer ? null : made);
    }

    public Task<IReadOnlyList<FactVersion>> ListVersionsAsync(string prefix, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<FactVersion>>(
        [.. _versions.Select(static one => one.Version).Where(version => version.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(static version => version.Key, StringComparer.Ordinal)]);

    public Task<byte[]?> ReadAsync(FactVersion version, int longest, CancellationToken cancellationToken)
    {
        if (Refusal(version) is { } refusal)
        {
            throw refusal;
        }

        var content = _versions.Single(one => one.Version == version).Content;
        return Task.FromResult(content.Length > longest ? null : content);
    }

    public Task<FactLock> LockOfAsync(FactVersion version, CancellationToken cancellationToken) => Task.FromResult(Lock);

    public Task<FactStoreFindings> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult(new FactStoreFindings());
}
