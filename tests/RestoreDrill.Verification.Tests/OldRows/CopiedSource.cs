using System.Diagnostics;
using System.Globalization;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.OldRows;

/// <summary>A source that works while it is copied and read, and what was recorded of it.</summary>
internal sealed class CopiedSource(RestoredInstance instance) : IAsyncDisposable
{
    private const string Database = RestoredInstance.Database;
    private readonly List<PostgresCluster> copies = [];
    private ClusterSnapshot? snapshot;

    public OldRowLimit Limit { get; private set; } = null!;

    public Dictionary<RelationName, RelationStance> Stances { get; private set; } = [];

    public Dictionary<RelationName, RelationStance> LaterStances { get; private set; } = [];

    public Dictionary<RelationName, RelationGroups> Before { get; private set; } = [];

    public Dictionary<RelationName, RelationGroups> After { get; private set; } = [];

    public static PostgresOldRowReader Reader { get; } = new(TimeProvider.System, new ReaderOptions { FirstRangeBytes = 1 << 20 });

    private string Folder => Path.GetDirectoryName(instance.Cluster.Options.Directory)!;

    /// <summary>Takes the limit, reads before, copies, and reads after.</summary>
    public Task TakeAsync(CancellationToken ct) => TakeAsync(static () => Task.CompletedTask, ct);

    /// <summary>Takes the limit, reads before, copies, lets the source work on, and reads after.</summary>
    public async Task TakeAsync(Func<Task> workOn, CancellationToken ct)
    {
        Limit = await Reader.TakeLimitAsync(instance.Login, ct);
        Stances = await ListAsync(instance.Login, ct);
        Before = await ReadAsync(instance.Login, Stances.Values, ct);
        snapshot = await CrashConsistentCopy.TakeAsync(instance.Cluster, Path.Combine(Folder, "snapshot"), ct);
        await workOn();
        After = await ReadAsync(instance.Login, Stances.Values, ct);
        LaterStances = await ListAsync(instance.Login, ct);
    }

    /// <summary>A server on the copy; data checksums can be off, and the files changed before it starts.</summary>
    public async Task<PostgresCluster> StartCopyAsync(CancellationToken ct, bool checksums = true)
    {
        var copy = await PostgresCluster.FromSnapshotAsync(
            snapshot!.Directory,
            new ClusterOptions
            {
                Directory = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"copy{copies.Count}")), Certificate = instance.Cluster.Options.Certificate,
                Binaries = instance.Cluster.Options.Binaries,
                Parameters = new Dictionary<string, string>(instance.Cluster.Parameters) { ["autovacuum"] = "off" },
            },
            ct);
        copies.Add(copy);
        await copy.StartAsync(ct);
        if (!checksums)
        {
            await copy.StopAsync(ct);
            using var program = Process.Start(
                new ProcessStartInfo(Path.Combine(PostgresBinaries.Locate().Directory, "pg_checksums"), ["--disable", "--no-sync", "-D", copy.DataDirectory])
                {
                    RedirectStandardOutput = true,
                })!;
            await program.WaitForExitAsync(ct);
            Assert.Equal(0, program.ExitCode);
        }

        return copy;
    }

    /// <summary>Compares the copy with what was recorded, relation by relation.</summary>
    public async Task<Dictionary<string, RelationComparison>> CompareAsync(PostgresCluster copy, CancellationToken ct, bool strict = false)
    {
        var login = RestoredInstance.LoginTo(copy);
        var comparer = new OldRowComparer(Reader, login, Limit, RestoredInstance.Seed);
        var stances = await ListAsync(login, ct);
        var found = new Dictionary<string, RelationComparison>();
        foreach (var (name, stance) in stances)
        {
            Assert.Null(stance.DiffersFrom(Stances[name]));
            found[name.Name] = RangeComparison.Behind(name, stance.Blocks, After[name]);
        }

        var tasks = stances.Values.Select(static stance => new OldRowTask(stance, 1, []));
        await foreach (var range in Reader.ReadAsync(login, Order(tasks), ct))
        {
            var name = range.Relation;
            found[name.Name] = found[name.Name].And(range.Outcome == ReadingOutcome.Read
                ? await comparer.CompareAsync(range, After[name], strict ? Before[name] : null, ct)
                : RelationComparison.Unread(name, 1, $"{range.Outcome}: {range.Reason}"));
        }

        return found;
    }

    /// <summary>Lets later rows pass for old ones.</summary>
    public void Raise(ulong xid) => Limit = Limit with { Xid = xid };

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in copies)
        {
            await copy.KillAsync(CancellationToken.None);
        }
    }

    private static async Task<Dictionary<RelationName, RelationStance>> ListAsync(InstanceLogin login, CancellationToken ct) =>
        (await Reader.ListAsync(login, Database, ct)).ToDictionary(static stance => stance.Name);

    private async Task<Dictionary<RelationName, RelationGroups>> ReadAsync(InstanceLogin login, IEnumerable<RelationStance> stances, CancellationToken ct)
    {
        var tasks = stances.Select(static stance => new OldRowTask(stance, 1, [])).ToList();
        var read = new List<BlockGroups>();
        await foreach (var range in Reader.ReadAsync(login, Order(tasks), ct))
        {
            Assert.True(range.Outcome == ReadingOutcome.Read, range.Reason);
            read.Add(range);
        }

        var ranges = read.ToLookup(static range => range.Relation);
        // By way of the stored form, as a drill gets them.
        return tasks.ToDictionary(
            static task => task.Relation.Name,
            task => GroupBytes.Read(GroupBytes.Write(RelationGroups.Of(1, task.Relation.Blocks, ranges[task.Relation.Name]))));
    }

    private OldRowOrder Order(IEnumerable<OldRowTask> tasks) => new() { Tasks = [.. tasks], Limit = Limit, Seed = RestoredInstance.Seed, Connections = 2 };
}
