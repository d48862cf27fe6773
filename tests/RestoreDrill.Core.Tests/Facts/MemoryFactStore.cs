using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Core.Tests.Facts;

/// <summary>A store with versions in memory. A put goes by what a real one does; beside it anything can be laid down, as somebody else with rights on the bucket could.</summary>
internal sealed class MemoryFactStore(TimeProvider time) : IFactStore
{
    private readonly List<(FactVersion Version, byte[] Content)> _versions = [];
    private readonly Dictionary<string, DateTimeOffset?> _asked = [];
    private DateTimeOffset? _now;

    public MemoryFactStore(DateTimeOffset now)
        : this(TimeProvider.System) => Now = now;

    public string Name => "bucket facts";

    /// <summary>The store's clock.</summary>
    public DateTimeOffset Now
    {
        get => _now ?? time.GetUtcNow();
        set => _now = value;
    }

    /// <summary>What protects every version; null: what was asked for when it was put.</summary>
    public FactLock? Lock { get; set; }

    /// <summary>What a put is answered with instead.</summary>
    public Func<FactObject, Exception?> PutRefusal { get; set; } = static _ => null;

    /// <summary>Called when a put is carried out and not answered yet; may throw.</summary>
    public Action<FactObject> Put { get; set; } = static _ => { };

    public IReadOnlyList<FactVersion> Versions => [.. _versions.Select(static one => one.Version)];

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
        if (PutRefusal(fact) is { } refusal)
        {
            throw refusal;
        }

        var latest = _versions.FindLast(one => one.Version.Key == fact.Key.ToString()).Version;
        if (latest is { IsDeleteMarker: false })
        {
            return Task.FromResult<FactVersion?>(null);
        }

        var made = Lay(fact);
        _asked[made.VersionId] = retainUntil;
        Put(fact);
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

    public Task<FactLock> LockOfAsync(FactVersion version, CancellationToken cancellationToken) => 
        Task.FromResult(Lock ?? new FactLock("COMPLIANCE", _asked.GetValueOrDefault(version.VersionId)));

    public BucketFindings Findings { get; set; } = new() { HasObjectLock = true, HasVersions = true, BlocksPublicAccess = true, IsPublic = false };

    public Task<BucketFindings> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult(Findings);
}
