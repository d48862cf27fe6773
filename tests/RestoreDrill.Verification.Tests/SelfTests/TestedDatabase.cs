using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Catalogs;
using RestoreDrill.Verification.SelfTests;
using RestoreDrill.Verification.Structures;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.SelfTests;

/// <summary>A database as a drill has read it, with all that is needed to damage it and to look.</summary>
internal sealed class TestedDatabase
{
    private static readonly InstallationId Installation = InstallationId.Parse("acme");
    private static readonly RunId Drill = RunId.Parse("d04cr4r0wxyz");
    private static readonly CopyFacts Facts = new()
    {
        Installation = Installation,
        Run = RunId.Parse("c04cr4r0abcd"),
        Database = "courses",
        SourceArn = "arn:aws:rds:eu-central-1:111111111111:db:courses",
        SourceResourceId = "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        EngineVersion = "15.18",
        SnapshotTime = DateTimeOffset.UnixEpoch,
        DatabaseTime = DateTimeOffset.UnixEpoch,
        LogicalReplication = false,
        MaxPreparedTransactions = 0,
    };

    private readonly RestoredInstance _instance;

    private TestedDatabase(RestoredInstance instance, string name) => (_instance, Name) = (instance, name);

    public string Name { get; }

    public PostgresFaultInjector Injector { get; } = new(TimeProvider.System);

    public OwnScratch Scratch { get; private set; } = null!;

    public FaultJudge Judge { get; private set; } = null!;

    public IReadOnlyList<RelationReading> Readings { get; private set; } = [];

    public InstanceInventory Inventory { get; private set; } = null!;

    /// <summary>Makes the database by SQL of the superuser's, and reads it as a drill does.</summary>
    public static async Task<TestedDatabase> MakeAsync(RestoredInstance instance, string sql)
    {
        var database = new TestedDatabase(instance, await instance.NewDatabaseAsync());
        await instance.AsAdminAsync(database.Name, sql);
        await database.ReadAsync();
        return database;
    }

    /// <summary>The scratch instance, as a process that expects a cluster would damage it.</summary>
    public static OwnScratch ScratchOf(RestoredInstance instance, string? systemIdentifier)
    {
        var login = instance.Login;
        var described = new CloudInstance
        {
            Name = new ResourceNames(Installation).ScratchInstance(Drill),
            Arn = "arn:aws:rds:eu-central-1:222222222222:db:scratch",
            Status = "available",
            Host = login.Host,
            Port = login.Port,
            MasterUser = login.User,
            EngineVersion = "15.18",
            InstanceClass = "db.t4g.medium",
            Tags = ScratchOwnership.TagsOf(Installation, Drill),
        };
        var options = OptionsWith(login.RootCertificate);
        return OwnScratch.Of(described, options, Drill, (described.Arn, login.Host, login.Port), login.Password!, new InstanceIdentity(150018, systemIdentifier));
    }

    /// <summary>Tables with at least so many rows.</summary>
    public IReadOnlyList<RelationName> TablesFor(Fault fault) =>
        [.. Inventory.Relations.Where(relation => relation.Kind == RelationKind.Table && Readings.Any(reading => reading.Name == relation.Name && reading.Rows >= fault.FewestRows()))
            .OrderBy(static relation => relation.Bytes).ThenBy(static relation => relation.Name, RelationName.Order).Select(static relation => relation.Name)];

    public Task<FaultSearch> FindAsync(Fault fault, IReadOnlySet<RelationName>? damaged = null) =>
        Injector.FindAsync(Scratch, Name, fault, [.. TablesFor(fault).Where(table => damaged?.Contains(table) is not true)], CancellationToken.None);

    public Task<string?> DamageAsync(FaultTarget target) => Injector.DamageAsync(Scratch, target, CancellationToken.None);

    public Task<FaultSighting> LookAsync(FaultTarget target) => Judge.LookAsync(target, CancellationToken.None);

    private static InstallationOptions OptionsWith(string rootCertificate) => new()
    {
        Installation = Installation,
        Source = new SourceOptions { AccountId = "111111111111" },
        Route = CopyRoute.RdsSnapshot,
        Vault = new VaultOptions { AccountId = "222222222222", KmsKey = "key" },
        Scratch = new ScratchOptions { InstanceClass = "db.t4g.medium", SubnetGroup = "closed", SecurityGroups = ["sg"], ParameterGroup = "group", RootCertificate = rootCertificate },
        Databases = [],
    };

    private async Task ReadAsync()
    {
        var login = _instance.Login;
        var catalogs = new PostgresCatalogReader(TimeProvider.System);
        var catalog = await catalogs.ReadAsync(login, Name, CancellationToken.None);
        var identity = await _instance.Reader.IdentifyAsync(login, CancellationToken.None);
        await _instance.AsAdminAsync("postgres", $"GRANT pg_read_all_data TO \"{RestoredInstance.Master}\"");
        var tables = await _instance.AskAdminAsync<string[]>(
            Name, "SELECT coalesce(array_agg(relnamespace::regnamespace::text || '.' || relname ORDER BY pg_total_relation_size(oid)), '{}') FROM pg_class WHERE relkind = 'r' AND oid >= 16384");
        Inventory = new InstanceInventory(
            [new ListedDatabase(Name, DatabaseReach.Verified)],
            [
                .. tables.Select(table => table.Split('.')).Select((name, place) =>
                    new ListedRelation(new RelationName(Name, name[0].Trim('"'), name[1]), RelationKind.Table, 0, place)),
            ],
            [],
            []);
        var order = new ReadingOrder { Relations = [.. Inventory.Relations.Select(static relation => new UnreadRelation(relation, []))], Seed = FingerprintSeed.Of(Facts.SourceResourceId) };
        var ranges = (await _instance.Reader.RangesAsync(login, order, CancellationToken.None)).ToLookup(static range => range.Relation);
        Readings = [.. Inventory.Relations.Select(relation => RelationReading.Of(relation, [.. ranges[relation.Name]])!)];
        var found = new Findings
        {
            Drill = Drill,
            CopyArn = "arn:copy",
            CopyName = "copy",
            Facts = Facts,
            Identity = identity,
            Inventory = Inventory,
            Readings = Readings,
            UserChecks = [],
            Database = new ProtectedDatabase { Name = "courses", Instance = "courses" },
            KnownToHoldRows = [],
        };
        Scratch = ScratchOf(_instance, identity.SystemIdentifier);
        var readers = new DatabaseReaders(_instance.Reader, catalogs, new PostgresOldRowReader(TimeProvider.System), new PostgresStructureReader(TimeProvider.System), Injector, null!, null!, null!);
        Judge = new FaultJudge(
            readers,
            OptionsWith(login.RootCertificate),
            found with { Certificate = BirthCertificate.Of(found) },
            new Dictionary<string, DatabaseCatalog> { [Name] = catalog },
            Scratch);
    }
}
