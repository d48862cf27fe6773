using Npgsql;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Turns;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Core.Watching;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Chain;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Manifests;
using RestoreDrill.Records.Runs;
using RestoreDrill.Records.Schema;
using RestoreDrill.Records.Service;

namespace RestoreDrill.Records;

/// <summary>
/// RestoreDrill's own store, the schema <c>restoredrill</c> of a PostgreSQL database. Safe for any number of hosts and threads at once:
/// what decides is decided by the database and its clock. Needs the schema that <see cref="Migrator"/> makes; without it every member
/// throws <see cref="StoreSchemaException"/>.
/// </summary>
public sealed class RecordsStore : IRunStore, IRunImports, IOpenRuns, IIncidentLog, IScheduleLog, ISweepLog, IGuardRailLog, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly bool _ownsSource;
    private readonly StoreAccess _access;

    /// <summary>A store on a data source that stays the caller's.</summary>
    public RecordsStore(NpgsqlDataSource source)
        : this(source, ownsSource: false)
    {
    }

    private RecordsStore(NpgsqlDataSource source, bool ownsSource)
    {
        ArgumentNullException.ThrowIfNull(source);
        (_source, _ownsSource) = (source, ownsSource);
        _access = new StoreAccess(source);
        Migrator = new SchemaMigrator(source);
    }

    /// <summary>Brings this store's schema to the program's version.</summary>
    public SchemaMigrator Migrator { get; }

    /// <summary>
    /// A store on <paramref name="connectionString"/> (Npgsql's keywords). Connects on first use. A command may take 30 seconds, an idle
    /// connection is probed every 30 seconds, unless the string says otherwise.
    /// </summary>
    /// <exception cref="ArgumentException">The connection string is not one.</exception>
    public static RecordsStore Open(string connectionString) =>
        new(NpgsqlDataSource.Create(StoreConnectionString.Complete(connectionString)), ownsSource: true);

    /// <inheritdoc/>
    public Task<InstallationId> ClaimAsync(InstallationId installation, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => StoreOwner.ClaimAsync(connection, installation, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<(Run Run, bool Opened)> OpenAsync(NewRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _access.WithConnectionAsync(connection => RunTable.OpenAsync(connection, run, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Run?> FindAnswerAsync(RunKind kind, string database, RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _access.WithConnectionAsync(
            connection => RunTable.FindAnswerAsync(connection, kind, database, request, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Turn> TakeTurnAsync(RunId id, int places, TimeSpan patience, CancellationToken cancellationToken) =>
        _access.InTransactionAsync(connection => TurnTable.TakeAsync(connection, id, places, patience, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => RunTable.FindAsync(connection, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<Run?> FindOpenAsync(RunKind kind, string database, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => RunTable.FindOpenAsync(connection, kind, database, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Run>> ListAsync(string? database, RunKind? kind, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        return _access.WithConnectionAsync(
            connection => RunTable.ListAsync(connection, database, kind, limit, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RunLease?> TryAcquireAsync(RunId id, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return _access.WithConnectionAsync(
            connection => Leasing.TryAcquireAsync(connection, id, owner, duration, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TryRenewAsync(RunLease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return _access.WithConnectionAsync(
            connection => Leasing.TryRenewAsync(connection, lease, duration, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(RunLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return _access.WithConnectionAsync(connection => Leasing.ReleaseAsync(connection, lease, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// After a <see cref="StoreUnavailableException"/> the same <paramref name="change"/> (the same object) may be saved again: if it was saved
    /// after all, the saved run is returned and nothing is written twice.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The copy of <see cref="RunChange.Pin"/> has another certificate already.</exception>
    /// <exception cref="ArgumentException">The parts of the change contradict each other.</exception>
    public Task<Run> SaveAsync(RunLease lease, RunChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(change);
        StepSaving.Check(lease, change);
        return _access.InTransactionAsync(connection => StepSaving.SaveAsync(connection, lease, change, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunEvent>> EventsAsync(RunId id, long afterSequence, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => RunEvents.ListAsync(connection, id, afterSequence, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RelationReading>> ReadingsAsync(RunId id, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => RelationReadings.ListAsync(connection, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RangeReading>> RangesAsync(RunId id, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => RangeReadings.ListAsync(connection, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ManifestPart>> PartsAsync(RunId run, ManifestSubject subject, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => ManifestParts.ListAsync(connection, run, subject, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<(string Text, string Sha256)?> FindManifestAsync(RunId copyRun, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => ManifestTable.FindAsync(connection, copyRun, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OldRowRange>> OldRowsAsync(RunId copyRun, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => OldRowRanges.ListAsync(connection, copyRun, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RelationGroups>> OldRowGroupsAsync(RunId copyRun, ReadingMoment moment, RelationName relation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return _access.WithConnectionAsync(connection => OldRowRanges.GroupsAsync(connection, copyRun, moment, relation, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ComparedRange>> ComparisonsAsync(RunId drill, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => RangeComparisons.ListAsync(connection, drill, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChainEntry>> ChainAsync(RunId drill, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => ChainRanges.ListAsync(connection, drill, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<LinkGroups> ChainGroupsAsync(RunId drill, RelationName relation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return _access.WithConnectionAsync(connection => ChainRanges.GroupsAsync(connection, drill, relation, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Revocation>> RevocationsAsync(string database, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => Revocations.ListAsync(connection, database, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<BirthCertificate?> FindBirthCertificateAsync(string copyArn, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => BirthCertificates.FindAsync(connection, copyArn, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> DatabasesKnownToHoldRowsAsync(string database, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(
            connection => RelationReadings.DatabasesHoldingRowsAsync(connection, database, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<EvidenceRecord?> FindEvidenceAsync(RunId id, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => EvidenceRecords.FindAsync(connection, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ImportAsync(RunHistory history, InstallationId installation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        ImportRules.Require(history, installation);
        return _access.InTransactionAsync(connection => RunImport.ImportAsync(connection, history, installation, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OpenRun>> ListOpenAsync(CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => OpenRuns.ListAsync(connection, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AssignJobAsync(RunId id, string? before, string job, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(job);
        return _access.WithConnectionAsync(connection => OpenRuns.AssignJobAsync(connection, id, before, job, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Run?> FindByJobAsync(string job, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => OpenRuns.FindByJobAsync(connection, job, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RecordAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return _access.WithConnectionAsync(connection => Incidents.RecordAsync(connection, incident, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Incident>> ListIncidentsAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        return _access.WithConnectionAsync(connection => Incidents.ListAsync(connection, limit, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset> RememberScheduleAsync(string job, string schedule, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => Schedules.RememberAsync(connection, job, schedule, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<KnownSchedule?> FindScheduleAsync(string job, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => Schedules.FindAsync(connection, job, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task RememberWatchedAsync(string job, DateTimeOffset until, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => Schedules.RememberWatchedAsync(connection, job, until, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task ForgetSchedulesExceptAsync(IReadOnlyCollection<string> jobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        return _access.WithConnectionAsync(connection => Schedules.ForgetExceptAsync(connection, jobs, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Run>> ListCreatedAsync(
        RunKind kind, string database, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => Schedules.ListCreatedAsync(connection, kind, database, since, until, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset> ClockAsync(CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => Schedules.ClockAsync(connection, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task RecordSweepAsync(SweepReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _access.WithConnectionAsync(connection => Sweeps.RecordAsync(connection, report, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TimeSpan?> SilenceAroundAsync(DateTimeOffset moment, CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => Sweeps.SilenceAroundAsync(connection, moment, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task RecordAsync(IReadOnlyList<GuardRailAnswer> answers, RunId? run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return _access.WithConnectionAsync(connection => GuardRailAnswers.RecordAsync(connection, answers, run, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedAnswer>> LatestAnswersAsync(CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => GuardRailAnswers.LatestAsync(connection, cancellationToken), cancellationToken);

    /// <summary>Closes the connections, if this store opened the data source.</summary>
    public ValueTask DisposeAsync() => _ownsSource ? _source.DisposeAsync() : ValueTask.CompletedTask;
}
