using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Turns;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>Runs in memory, for the command line's own tests; the real store has its own.</summary>
internal sealed class InMemoryStore(TimeProvider time) : IRunStore, IRunImports
{
    private readonly List<Run> _runs = [];
    private readonly List<(RunId Run, RunEvent Event)> _events = [];
    private readonly List<(RunId Run, RelationReading Reading)> _readings = [];
    private readonly List<(RunId Run, RangeReading Range)> _ranges = [];
    private readonly Dictionary<RunId, InMemoryManifest> _manifests = [];
    private readonly List<BirthCertificate> _certificates = [];
    private readonly List<EvidenceRecord> _evidence = [];

    /// <summary>Set: every question throws it.</summary>
    public Exception? Trouble { get; set; }

    /// <summary>Called at each save, before it.</summary>
    public Action<RunChange>? OnSave { get; set; }

    public void Add(Run run, params RunEvent[] events)
    {
        _runs.Add(run);
        _events.AddRange(events.Select((line, i) => (run.Id, line with { Sequence = i + 1 })));
    }

    public void Replace(Run run) => _runs[_runs.FindIndex(old => old.Id == run.Id)] = run;

    public void Add(RunId run, params RelationReading[] readings) => _readings.AddRange(readings.Select(reading => (run, reading)));

    public void Add(EvidenceRecord evidence) => _evidence.Add(evidence);

    public Task<(Run Run, bool Opened)> OpenAsync(NewRun run, CancellationToken cancellationToken)
    {
        var opened = new Run
        {
            Id = run.Id,
            Kind = run.Kind,
            Database = run.Database,
            Trigger = run.Request.Trigger,
            Asked = run.Request.Asked,
            Job = run.Request.Job,
            Occurrence = run.Request.Occurrence,
            Phase = run.Phase,
            State = run.State,
            CreatedAt = time.GetUtcNow(),
            PhaseSince = time.GetUtcNow(),
            Troubles = 0,
        };
        _runs.Add(opened);
        return Answer((opened, true));
    }

    public async Task<bool> ImportAsync(RunHistory history, InstallationId installation, CancellationToken cancellationToken)
    {
        if (await FindAsync(history.Run.Id, cancellationToken) is not null)
        {
            return false;
        }

        Add(history.Run, [.. history.Events]);
        Add(history.Run.Id, [.. history.Readings]);
        Add(history.Evidence!);
        return true;
    }

    public Task<InstallationId> ClaimAsync(InstallationId installation, CancellationToken cancellationToken) => Answer(installation);

    public Task<Run?> FindAnswerAsync(RunKind kind, string database, RunRequest request, CancellationToken cancellationToken) =>
        FindOpenAsync(kind, database, cancellationToken);

    public Task<Turn> TakeTurnAsync(RunId id, int places, TimeSpan patience, CancellationToken cancellationToken) => Answer(new Turn(true, [], []));

    public Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken) => Answer(_runs.SingleOrDefault(run => run.Id == id));

    public Task<Run?> FindOpenAsync(RunKind kind, string database, CancellationToken cancellationToken) =>
        Answer(_runs.SingleOrDefault(run => run.Kind == kind && run.Database == database && run.FinishedAt is null));

    public Task<IReadOnlyList<Run>> ListAsync(string? database, RunKind? kind, int limit, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<Run>>(
        [
            .. _runs.Where(run => (database is null || run.Database == database) && (kind is null || run.Kind == kind))
                .OrderByDescending(static run => run.CreatedAt)
                .Take(limit),
        ]);

    public Task<RunLease?> TryAcquireAsync(RunId id, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        Answer<RunLease?>(new RunLease(_runs.Single(run => run.Id == id), owner, 1, time.GetUtcNow()));

    public Task<bool> TryRenewAsync(RunLease lease, TimeSpan duration, CancellationToken cancellationToken) => Answer(true);

    public Task ReleaseAsync(RunLease lease, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Run> SaveAsync(RunLease lease, RunChange change, CancellationToken cancellationToken)
    {
        OnSave?.Invoke(change);
        cancellationToken.ThrowIfCancellationRequested();
        var i = _runs.FindIndex(run => run.Id == lease.Run.Id);
        var now = time.GetUtcNow();
        _runs[i] = _runs[i] with
        {
            PhaseSince = change.Phase == _runs[i].Phase ? _runs[i].PhaseSince : now,
            Phase = change.Phase,
            State = change.State,
            Note = change.Note,
            FinishedAt = change.Conclusion is null ? null : now,
            Outcome = change.Conclusion?.Outcome,
            Summary = change.Conclusion?.Summary,
            Level = change.Conclusion?.Level,
            Defect = change.Conclusion?.Defect,
        };
        _events.AddRange(change.Events.Select((line, j) => (lease.Run.Id, line with { At = now, Sequence = _events.Count + j + 1 })));
        Add(lease.Run.Id, [.. change.Readings]);
        _ranges.AddRange(change.Ranges.Select(range => (lease.Run.Id, range)));
        _manifests.TryAdd(lease.Run.Id, new InMemoryManifest());
        _manifests[lease.Run.Id].Add(change);
        _certificates.AddRange(change.Pin is { } pin ? [pin] : []);
        _evidence.AddRange(change.Evidence is { } evidence ? [evidence] : []);
        return Answer(_runs[i]);
    }

    public Task<IReadOnlyList<RunEvent>> EventsAsync(RunId id, long afterSequence, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<RunEvent>>([.. _events.Where(line => line.Run == id && line.Event.Sequence > afterSequence).Select(static line => line.Event)]);

    public Task<IReadOnlyList<RelationReading>> ReadingsAsync(RunId id, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<RelationReading>>([.. _readings.Where(line => line.Run == id).Select(static line => line.Reading)]);

    public Task<IReadOnlyList<RangeReading>> RangesAsync(RunId id, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<RangeReading>>([.. _ranges.Where(line => line.Run == id).Select(static line => line.Range)]);

    public Task<IReadOnlyList<ManifestPart>> PartsAsync(RunId run, ManifestSubject subject, CancellationToken cancellationToken) =>
        Answer(ManifestOf(run).Parts(subject));

    public Task<(string Text, string Sha256)?> FindManifestAsync(RunId copyRun, CancellationToken cancellationToken) =>
        Answer(ManifestOf(copyRun).Text is { } text ? (text, SourceManifest.DigestOf(text)) : ((string, string)?)null);

    public Task<IReadOnlyList<OldRowRange>> OldRowsAsync(RunId copyRun, CancellationToken cancellationToken) => Answer<IReadOnlyList<OldRowRange>>([]);

    public Task<IReadOnlyList<RelationGroups>> OldRowGroupsAsync(RunId copyRun, ReadingMoment moment, RelationName relation, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<RelationGroups>>([]);

    public Task<IReadOnlyList<ComparedRange>> ComparisonsAsync(RunId drill, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<ComparedRange>>([.. Comparisons]);

    /// <summary>What drills compared with the source, of whichever drill.</summary>
    public List<ComparedRange> Comparisons { get; } = [];

    /// <summary>The proofs that were revoked, of whichever database.</summary>
    public List<Revocation> Revocations { get; } = [];

    /// <summary>What drills read of the chain, of whichever drill.</summary>
    public List<ChainEntry> Chain { get; } = [];

    public Task<IReadOnlyList<ChainEntry>> ChainAsync(RunId drill, CancellationToken cancellationToken) => Answer<IReadOnlyList<ChainEntry>>([.. Chain]);

    public Task<LinkGroups> ChainGroupsAsync(RunId drill, RelationName relation, CancellationToken cancellationToken) => Answer(LinkGroups.Joined([]));

    public Task<IReadOnlyList<Revocation>> RevocationsAsync(string database, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<Revocation>>([.. Revocations.Where(one => one.Database == database)]);

    private InMemoryManifest ManifestOf(RunId run) => _manifests.GetValueOrDefault(run, new InMemoryManifest());

    public Task<BirthCertificate?> FindBirthCertificateAsync(string copyArn, CancellationToken cancellationToken) =>
        Answer(_certificates.SingleOrDefault(certificate => certificate.CopyArn == copyArn));

    public Task<IReadOnlyList<string>> DatabasesKnownToHoldRowsAsync(string database, CancellationToken cancellationToken) => Answer<IReadOnlyList<string>>([]);

    public Task<EvidenceRecord?> FindEvidenceAsync(RunId id, CancellationToken cancellationToken) =>
        Answer(_evidence.SingleOrDefault(evidence => evidence.Run == id));

    private Task<T> Answer<T>(T value) => Trouble is null ? Task.FromResult(value) : Task.FromException<T>(Trouble);
}
