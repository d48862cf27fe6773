using Npgsql;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Verification.Catalogs;
using RestoreDrill.Verification.Structures;
using RestoreDrill.Verification.Tests.Instances;
using RestoreDrill.Verification.Tests.OldRows;
using RestoreDrill.Verification.Tests.Structures;

namespace RestoreDrill.Verification.Tests.Majors;

/// <summary>
/// What drills and copy runs ask of PostgreSQL, put to servers of the majors on which the other tests do not run. Not all of them: a smoke test, which says that each way of
/// reading works and that damage is found.
/// </summary>
public sealed class MajorTests : IAsyncLifetime
{
    private const string School = RestoredInstance.Database;

    private readonly PostgresInstanceReader _byRanges = new(TimeProvider.System, new ReaderOptions { FirstRangeBytes = 1 << 16 });
    private readonly PostgresCatalogReader _catalogs = new(TimeProvider.System);
    private RestoredInstance? _instance;
    private CopiedSource? _source;
    private PostgresCluster? _copy;
    private int _major;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private RestoredInstance Instance => _instance!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_copy is not null)
        {
            await _copy.KillAsync(CancellationToken.None);
        }

        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        if (_instance is not null)
        {
            await _instance.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    public async Task Major_is_listed_read_compared_and_asked_and_its_damage_is_found(int major)
    {
        _major = major;
        _instance = await RestoredInstance.StartAsync(OtherMajor.Locate(major));
        await Instance.AsAdminAsync("postgres", OddObjects.Roles);
        await Instance.AsAdminAsync(School, OddObjects.Of(major));

        await EarnAsync();
        var sums = await ReadAsync(RestoredInstance.LoginTo(Instance.Cluster));
        await AskStructureAsync();
        var (shared, catalog) = await CatalogsAsync(Instance.Cluster);
        Assert.Empty(shared.Unread.Concat(catalog.Unread));
        Assert.True(catalog.Items.Count > 60, $"{catalog.Items.Count} items");

        await CopyAsync();
        await CompareCatalogsAsync(shared, catalog);
        Assert.Equal(sums, await ReadAsync(RestoredInstance.LoginTo(_copy!)));
        await ReadForChainAsync();
        await DamageAsync(sums);
        await LoseIndexEntriesAsync();
        await ChangeCatalogsAsync();
    }

    /// <summary>From 16 on nobody grants what he has no ADMIN OPTION on; before, CREATEROLE suffices.</summary>
    private async Task EarnAsync()
    {
        Assert.Equal(_major, (await Instance.Reader.IdentifyAsync(Instance.Login, Ct)).MajorVersion);
        Assert.StartsWith("42501", (await Instance.ReadAsync(School, "big", ct: Ct)).Reason, StringComparison.Ordinal);
        if (_major >= 16)
        {
            Assert.Empty((await Instance.Reader.ListAsync(Instance.Login, Ct)).EarnedRights);
            var master = $"\"{RestoredInstance.Master}\"";
            await Instance.AsAdminAsync("postgres", $"GRANT pg_read_all_data, {OddObjects.Owner} TO {master} WITH ADMIN TRUE, INHERIT FALSE");
        }

        var earned = (await Instance.Reader.ListAsync(Instance.Login, Ct)).EarnedRights;
        Assert.Equal(_major >= 14 ? 3 : 2, earned.Count);
        Assert.Empty((await Instance.Reader.ListAsync(Instance.Login, Ct)).EarnedRights);
    }

    /// <summary>Lists, and reads each relation by ranges and in one; their sums.</summary>
    private async Task<Dictionary<string, (long Rows, string Sum)>> ReadAsync(InstanceLogin login)
    {
        var inventory = await Instance.Reader.ListAsync(login, Ct);
        Assert.Contains(new ListedDatabase(School, DatabaseReach.Verified), inventory.Databases);
        var sums = new Dictionary<string, (long Rows, string Sum)>();
        foreach (var relation in inventory.Relations.Where(static relation => relation.Name.Database == School))
        {
            var whole = await Instance.Reader.ReadAsync(login, relation, RestoredInstance.Seed, Ct);
            var ranges = await _byRanges.RangesAsync(login, new ReadingOrder { Relations = [new(relation, [])], Seed = RestoredInstance.Seed }, Ct);
            if (relation.Name.Name == "loose")
            {
                Assert.Equal(ReadingOutcome.NotProtected, whole.Outcome);
                continue;
            }

            if (_major == 13 && relation.Kind == RelationKind.LargeObjects)
            {
                // Without pg_read_all_data nobody but a superuser reads them.
                Assert.Equal(ReadingOutcome.NotJudged, whole.Outcome);
                continue;
            }

            Assert.True(whole.Outcome == ReadingOutcome.Read, $"{relation.Name}: {whole.Reason}");
            var divided = RelationReading.Of(relation, ranges)!;
            Assert.Equal((whole.Rows, whole.HashSum), (divided.Rows, divided.HashSum));
            if (relation.Name.Name == "big")
            {
                Assert.True(_major == 13 ? ranges.Count == 1 : ranges.Count > 3, $"{ranges.Count} ranges");
            }

            sums.Add(relation.Name.Name, (whole.Rows, whole.HashSum!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        Assert.Equal(OddObjects.RowsOf(_major).OrderBy(static pair => pair.Key, StringComparer.Ordinal), sums.ToDictionary(static pair => pair.Key, static pair => pair.Value.Rows).OrderBy(static pair => pair.Key, StringComparer.Ordinal));
        return sums;
    }

    private async Task AskStructureAsync()
    {
        foreach (var kind in Enum.GetValues<StructureKind>().Except([StructureKind.SystemCatalogs]))
        {
            Sound(await Instance.AskAsync(School, kind));
        }

        Assert.Contains(" 4 by a search for each element or range, 1 by a count of what they reach, 0 rebuilt", (await Instance.AskAsync(School, StructureKind.Indexes)).Summary, StringComparison.Ordinal);

        await Instance.AsAdminAsync(School, $"CREATE EXTENSION amcheck; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {RdsRoles.Superuser}");
        var indexes = await Instance.AskAsync(School, StructureKind.Indexes);
        Sound(indexes);
        Assert.Matches("[1-9][0-9]* by amcheck", indexes.Summary);
        Sound(await Instance.AskAsync(School, StructureKind.SystemCatalogs));
    }

    private void Sound(StructureAnswer answer)
    {
        // Before 14 the master reads no TOAST and not every catalog.
        var honest = _major == 13 && answer is { Outcome: CheckOutcome.NotAvailable, Kind: StructureKind.SystemCatalogs or StructureKind.Indexes };
        Assert.True(honest || answer is { Outcome: CheckOutcome.Passed, FindingCount: 0 }, $"{answer.Kind} {answer.Outcome}: {answer.Summary} {string.Join("; ", answer.Findings)}");
    }

    private async Task<(DatabaseCatalog Shared, DatabaseCatalog Catalog)> CatalogsAsync(PostgresCluster cluster)
    {
        var login = RestoredInstance.LoginTo(cluster);
        return (await _catalogs.ReadSharedAsync(login, Ct), await _catalogs.ReadAsync(login, School, Ct));
    }

    private async Task CopyAsync()
    {
        if (_major >= 14)
        {
            _source = new CopiedSource(Instance);
            await _source.TakeAsync(Ct);
            _copy = await _source.StartCopyAsync(Ct);
            return;
        }

        var options = Instance.Cluster.Options;
        var folder = Path.GetDirectoryName(options.Directory)!;
        var snapshot = await CrashConsistentCopy.TakeAsync(Instance.Cluster, Path.Combine(folder, "snapshot"), Ct);
        _copy = await PostgresCluster.FromSnapshotAsync(snapshot.Directory, options with { Directory = Path.Combine(folder, "copy"), Port = null }, Ct);
        await _copy.StartAsync(Ct);
    }

    private async Task CompareCatalogsAsync(DatabaseCatalog shared, DatabaseCatalog catalog)
    {
        var (sharedAfter, catalogAfter) = await CatalogsAsync(Instance.Cluster);
        var (sharedOfCopy, catalogOfCopy) = await CatalogsAsync(_copy!);
        Assert.Empty(CatalogComparison.Compare(shared, sharedAfter, sharedOfCopy, new DrillChanges(RestoredInstance.Master)).Differences);
        var compared = CatalogComparison.Compare(catalog, catalogAfter, catalogOfCopy);
        Assert.Empty(compared.Differences);
        Assert.Equal((0, catalog.Items.Count), (compared.Moved, compared.Compared));
    }

    private async Task ChangeCatalogsAsync()
    {
        var (shared, catalog) = await CatalogsAsync(_copy!);
        await InCopyAsync(string.Join("; ", OddObjects.Changes.Select(static change => change.Sql)));
        var (changedShared, changed) = await CatalogsAsync(_copy!);
        var found = CatalogComparison.Compare(shared, shared, changedShared, new DrillChanges(RestoredInstance.Master)).Differences
            .Concat(CatalogComparison.Compare(catalog, catalog, changed).Differences).Select(static difference => (difference.Kind, difference.Name)).ToList();
        Assert.All(OddObjects.Changes, change => Assert.Contains((change.Kind, change.Name), found));
    }

    private async Task DamageAsync(Dictionary<string, (long Rows, string Sum)> sums)
    {
        if (_source is not null)
        {
            var clean = await _source.CompareAsync(_copy!, Ct);
            Assert.All(
                sums,
                pair => Assert.Equal((pair.Value.Rows, 0L, 0L), (clean[pair.Key].RowsProven, clean[pair.Key].GroupsDiffering, clean[pair.Key].RowsNotJudged)));
        }

        await InCopyAsync(
            """"
            SET session_replication_role = replica; UPDATE big SET pad = 'x' || substr(pad, 2) WHERE id = 17; DELETE FROM "Größe ""x"""."Kurse_übung" WHERE id = 5
            """");
        var damaged = await ReadSumAsync("big");
        Assert.Equal(sums["big"].Rows, damaged.Rows);
        Assert.NotEqual(sums["big"].Sum, damaged.Sum);
        var orphans = await new PostgresStructureReader(TimeProvider.System).AskAsync(RestoredInstance.LoginTo(_copy!), School, StructureKind.Orphans, TimeSpan.FromMinutes(1), Ct);
        Assert.Contains("child_parent_fkey", Assert.Single(orphans.Findings).Name, StringComparison.Ordinal);
        if (_source is not null)
        {
            var found = await _source.CompareAsync(_copy!, Ct);
            Assert.Equal((1L, 1L), (found["big"].GroupsDiffering, found["Kurse_übung"].GroupsDiffering));
            Assert.Equal(sums["essays"].Rows, found["essays"].RowsProven);
        }
    }

    /// <summary>A row that no index has got to know.</summary>
    private async Task LoseIndexEntriesAsync()
    {
        // From 16 on a table is extended by many blocks at once; a row in one behind those that the BRIN index describes would not be lost.
        await InCopyAsync("VACUUM searched");
        await InCopyAsync(
            """
            UPDATE pg_index SET indisready = false WHERE indrelid = 'searched'::regclass;
            INSERT INTO searched VALUES (6000, '{1}', 'word1', '{"k": 1}', point(7, 7));
            UPDATE pg_index SET indisready = true WHERE indrelid = 'searched'::regclass
            """);
        var indexes = await new PostgresStructureReader(TimeProvider.System).AskAsync(RestoredInstance.LoginTo(_copy!), School, StructureKind.Indexes, TimeSpan.FromMinutes(1), Ct);
        Assert.Equal(
            ["public.searched_brin", "public.searched_doc", "public.searched_gist", "public.searched_hash", "public.searched_tags", "public.searched_words"],
            indexes.Findings.Select(static finding => finding.Name));
    }

    /// <summary>The versions of the copy's rows: all are older than its limit.</summary>
    private async Task ReadForChainAsync()
    {
        if (_major == 13)
        {
            // Blocks cannot be read by their numbers.
            return;
        }

        var (login, chain) = (RestoredInstance.LoginTo(_copy!), new PostgresChainReader(TimeProvider.System));
        var (limit, problem) = await chain.TakeLimitAsync(login, Ct);
        Assert.Null(problem);
        var stance = Assert.Single(await new PostgresOldRowReader(TimeProvider.System).ListAsync(login, School, Ct), static one => one.Name.Name == "big");
        var order = new ChainOrder
        {
            Tasks = [new OldRowTask(stance, 1, [])], Limits = [limit!.Value, 3], Seed = RestoredInstance.Seed, Statement = TimeSpan.FromSeconds(2), Connections = 2,
        };
        await foreach (var range in chain.ReadAsync(login, order, Ct))
        {
            Assert.True(range.Outcome == ReadingOutcome.Read, range.Reason);
            Assert.Equal(4000, range.Sums[0].Sum(static group => group.Rows));
            Assert.All(range.Sums[1], static group => Assert.Equal(0, group.Rows));
        }
    }

    private async Task InCopyAsync(string sql)
    {
        await using var admin = await _copy!.ConnectAsAdminAsync(School, Ct);
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<(long Rows, string Sum)> ReadSumAsync(string table)
    {
        var relation = new ListedRelation(new RelationName(School, "public", table), RelationKind.Table, 7, 8192);
        var reading = await Instance.Reader.ReadAsync(RestoredInstance.LoginTo(_copy!), relation, RestoredInstance.Seed, Ct);
        Assert.True(reading.Outcome == ReadingOutcome.Read, reading.Reason);
        return (reading.Rows, reading.HashSum!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
