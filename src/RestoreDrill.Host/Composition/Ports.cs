using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Composition;

/// <summary>The ports to the outside. Each is made at its first use, so that a verb which needs only the store works when AWS does not.</summary>
internal sealed class Ports : IAsyncDisposable
{
    private readonly Lazy<IRunStore> _runs;
    private readonly Lazy<IRunImports> _imports;
    private readonly Lazy<IOpenRuns> _openRuns;
    private readonly Lazy<IIncidentLog> _incidents;
    private readonly Lazy<IScheduleLog> _schedules;
    private readonly Lazy<ISweepLog> _sweeps;
    private readonly Lazy<IStoreSchema> _schema;
    private readonly Lazy<ISourceAccount> _source;
    private readonly Lazy<IVaultAccount> _vault;
    private readonly Lazy<IScratchAccount> _scratch;
    private readonly Lazy<IGuardRails> _guardRails;
    private readonly Lazy<IGuardRailLog> _guardRailLog;
    private readonly Lazy<IFactStore> _factsOfCopies;
    private readonly Lazy<IFactStore> _factsOfDrills;
    private readonly Lazy<DatabaseReaders> _readers;
    private readonly Func<ValueTask> _close;

    public Ports(
        Func<IRunStore> runs,
        Func<IRunImports> imports,
        Func<IOpenRuns> openRuns,
        Func<IIncidentLog> incidents,
        Func<IScheduleLog> schedules,
        Func<ISweepLog> sweeps,
        Func<IStoreSchema> schema,
        Func<ISourceAccount> source,
        Func<IVaultAccount> vault,
        Func<IScratchAccount> scratch,
        Func<IGuardRails> guardRails,
        Func<IGuardRailLog> guardRailLog,
        Func<IFactStore> factsOfCopies,
        Func<IFactStore> factsOfDrills,
        Func<DatabaseReaders> readers,
        Func<ValueTask> close)
    {
        _runs = new(runs);
        _imports = new(imports);
        _openRuns = new(openRuns);
        _incidents = new(incidents);
        _schedules = new(schedules);
        _sweeps = new(sweeps);
        _schema = new(schema);
        _source = new(source);
        _vault = new(vault);
        _scratch = new(scratch);
        _guardRails = new(guardRails);
        _guardRailLog = new(guardRailLog);
        _factsOfCopies = new(factsOfCopies);
        _factsOfDrills = new(factsOfDrills);
        _readers = new(readers);
        _close = close;
    }

    public IRunStore Runs => _runs.Value;

    public IRunImports Imports => _imports.Value;

    public IOpenRuns OpenRuns => _openRuns.Value;

    public IIncidentLog Incidents => _incidents.Value;

    public IScheduleLog Schedules => _schedules.Value;

    public ISweepLog Sweeps => _sweeps.Value;

    public IStoreSchema Schema => _schema.Value;

    public ISourceAccount Source => _source.Value;

    public IVaultAccount Vault => _vault.Value;

    public IScratchAccount Scratch => _scratch.Value;

    public IGuardRails GuardRails => _guardRails.Value;

    public IGuardRailLog GuardRailLog => _guardRailLog.Value;

    /// <summary>The store of facts, as copy runs see it.</summary>
    /// <exception cref="InvalidOperationException">The configuration names none.</exception>
    public IFactStore FactsOfCopies => _factsOfCopies.Value;

    /// <summary>The same, as drills see it.</summary>
    /// <exception cref="InvalidOperationException">The configuration names none.</exception>
    public IFactStore FactsOfDrills => _factsOfDrills.Value;

    public DatabaseReaders Readers => _readers.Value;

    public ValueTask DisposeAsync() => _close();
}
