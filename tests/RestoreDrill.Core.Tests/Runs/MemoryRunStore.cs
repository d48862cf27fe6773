using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Turns;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Runs;

/// <summary>The run store's contract in memory, with faults to order. The real one is tested against PostgreSQL.</summary>
internal sealed class MemoryRunStore(TimeProvider time) : IRunStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RunId, Row> _rows = [];
    private readonly Dictionary<string, BirthCertificate> _certificates = [];
    private readonly Dictionary<RunId, EvidenceRecord> _evidence = [];
    private long _sequence;

    /// <summary>Whether a member, by its name, finds the store away.</summary>
    public Func<string, bool> IsAway { get; set; } = static _ => false;

    /// <summary>What a call ends with while <see cref="IsAway"/> says so.</summary>
    public Func<Exception> Trouble { get; set; } = static () => new StoreUnavailableException("The store does not answer.", new TimeoutException());

    /// <summary>Whether a save is carried out but its answer lost.</summary>
    public Func<RunChange, bool> LosesAnswer { get; set; } = static _ => false;

    /// <summary>Called before a save; may throw.</summary>
    public Action<RunChange> BeforeSave { get; set; } = static _ => { };

    /// <summary>Called after a save; may throw.</summary>
    public Action<RunChange> AfterSave { get; set; } = static _ => { };

    /// <summary>Whether the process that drives the run is dead: nothing of it reaches the store.</summary>
    public bool CallerIsDead { get; set; }

    public List<RunChange> Saves { get; } = [];

    public int Renewals { get; private set; }

    public int Releases { get; private set; }

    public IReadOnlyList<string> KnownToHoldRows { get; set; } = [];

    public InstallationId? Owner { get; set; }

    public Task<InstallationId> ClaimAsync(InstallationId installation, CancellationToken cancellationToken) =>
        Ask<InstallationId>(
            nameof(ClaimAsync),
            () =>
            {
                Owner ??= installation;
                return Owner.Value;
            },
            cancellationToken);

    public Task<(Run Run, bool Opened)> OpenAsync(NewRun run, CancellationToken cancellationToken) => Ask(nameof(OpenAsync), () =>
    {
        if (Answer(run.Kind, run.Database, run.Request) is { } answer)
        {
            return (answer, false);
        }

        var now = time.GetUtcNow();
        var opened = new Run
        {
            Id = run.Id,
            Kind = run.Kind,
            Database = run.Database,
            Trigger = run.Request.Trigger,
            Asked = run.Request.Asked,
            Occurrence = run.Request.Occurrence,
            Job = run.Request.Job,
            Phase = run.Phase,
            PhaseSince = now,
            Troubles = 0,
            State = run.State,
            CreatedAt = now,
            SavedAt = now,
        };
        _rows.Add(run.Id, new Row(opened));
        return (opened, true);
    }, cancellationToken);

    public Task<Run?> FindAnswerAsync(RunKind kind, string database, RunRequest request, CancellationToken cancellationToken) =>
        Ask(nameof(FindAnswerAsync), () => Answer(kind, database, request), cancellationToken);

    public Task<Turn> TakeTurnAsync(RunId id, int places, TimeSpan patience, CancellationToken cancellationToken) => Ask(nameof(TakeTurnAsync), () =>
    {
        var row = _rows[id];
        var holders = _rows.Values.Select(static other => other.Run)
            .Where(run => run.Id != id && run.Kind == row.Run.Kind && run.FinishedAt is null && run.TurnAt is not null).ToList();
        if (row.Run.TurnAt is null && holders.Count < places)
        {
            row.Run = row.Run with { TurnAt = time.GetUtcNow() };
        }

        return new Turn(row.Run.TurnAt is not null, holders, []);
    }, cancellationToken);

    public Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken) =>
        Ask(nameof(FindAsync), () => _rows.GetValueOrDefault(id)?.Run, cancellationToken);

    public Task<Run?> FindOpenAsync(RunKind kind, string database, CancellationToken cancellationToken) => Ask(nameof(FindOpenAsync), () =>
        _rows.Values.FirstOrDefault(row => row.Run.Kind == kind && row.Run.Database == database && row.Run.FinishedAt is null)?.Run, cancellationToken);

    public Task<IReadOnlyList<Run>> ListAsync(string? database, RunKind? kind, int limit, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<Run>>(
            nameof(ListAsync),
            () =>
            [
                .. _rows.Values.Select(static row => row.Run)
                    .Where(run => (database is null || run.Database == database) && (kind is null || run.Kind == kind))
                    .OrderByDescending(static run => run.CreatedAt)
                    .Take(limit),
            ],
            cancellationToken);

    public Task<RunLease?> TryAcquireAsync(RunId id, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        Ask(nameof(TryAcquireAsync), () =>
        {
            if (_rows.GetValueOrDefault(id) is not { Run.FinishedAt: null } row)
            {
                return null;
            }

            var now = time.GetUtcNow();
            if (row.Owner is not null && row.Owner != owner && row.Until > now)
            {
                return null;
            }

            row.Fence += row.Owner == owner ? 0 : 1;
            (row.Owner, row.Until) = (owner, now + duration);
            return new RunLease(row.Run, owner, row.Fence, now);
        }, cancellationToken);

    public Task<bool> TryRenewAsync(RunLease lease, TimeSpan duration, CancellationToken cancellationToken) => Ask(nameof(TryRenewAsync), () =>
    {
        Renewals++;
        if (!Holds(lease, out var row))
        {
            return false;
        }

        row.Until = time.GetUtcNow() + duration;
        return true;
    }, cancellationToken);

    public Task ReleaseAsync(RunLease lease, CancellationToken cancellationToken) => Ask(nameof(ReleaseAsync), () =>
    {
        Releases++;
        if (Holds(lease, out var row))
        {
            row.Owner = null;
        }

        return true;
    }, cancellationToken);

    public Task<Run> SaveAsync(RunLease lease, RunChange change, CancellationToken cancellationToken) => Ask(nameof(SaveAsync), () =>
    {
        BeforeSave(change);
        if (!Holds(lease, out var row))
        {
            throw new LeaseLostException(lease.Run.Id);
        }

        if (change.Pin is { } pin && _certificates.TryGetValue(pin.CopyArn, out var pinned) && pinned.Sha256 != pin.Sha256)
        {
            throw new InvalidOperationException($"{pin.CopyArn} has another certificate already.");
        }

        var now = time.GetUtcNow();
        var run = row.Run;
        row.Run = run with
        {
            Phase = change.Phase,
            PhaseSince = change.Phase == run.Phase ? run.PhaseSince : now,
            Unattended = change.Phase == run.Phase ? change.Unattended : TimeSpan.Zero,
            SavedAt = now,
            State = change.State,
            Troubles = change.Troubles,
            NextStepAt = now + change.Wait,
            Note = change.Note,
            FinishedAt = change.Conclusion is null ? null : now,
            Outcome = change.Conclusion?.Outcome,
            Summary = change.Conclusion?.Summary,
            Level = change.Conclusion?.Level,
            Defect = change.Conclusion?.Defect,
        };
        row.Events.AddRange(change.Events.Select(line => line with { Sequence = ++_sequence, At = now }));
        foreach (var reading in change.Readings)
        {
            row.Readings.TryAdd(reading.Name, reading);
        }

        foreach (var range in change.Ranges)
        {
            Assert.Equal(ReadingOutcome.Read, range.Outcome);
            row.Ranges.TryAdd((range.Relation, range.Range.First), range);
        }

        row.Manifest.Add(change);
        if (change.Revocation is { } revocation)
        {
            Revocations.Add(revocation with { RecordedAt = now });
        }

        if (change.Pin is { } certificate)
        {
            _certificates.TryAdd(certificate.CopyArn, certificate);
        }

        if (change.Evidence is { } evidence)
        {
            _evidence.Add(lease.Run.Id, evidence);
        }

        Saves.Add(change);
        AfterSave(change);
        return LosesAnswer(change) ? throw Trouble() : row.Run;
    }, cancellationToken);

    public Task<IReadOnlyList<RunEvent>> EventsAsync(RunId id, long afterSequence, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<RunEvent>>(nameof(EventsAsync), () => [.. _rows[id].Events.Where(line => line.Sequence > afterSequence)], cancellationToken);

    public Task<IReadOnlyList<RelationReading>> ReadingsAsync(RunId id, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<RelationReading>>(nameof(ReadingsAsync), () => [.. _rows[id].Readings.Values], cancellationToken);

    public Task<IReadOnlyList<RangeReading>> RangesAsync(RunId id, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<RangeReading>>(nameof(RangesAsync), () => [.. _rows[id].Ranges.Values], cancellationToken);

    public Task<IReadOnlyList<ManifestPart>> PartsAsync(RunId run, ManifestSubject subject, CancellationToken cancellationToken) =>
        Ask(nameof(PartsAsync), () => _rows[run].Manifest.Parts(subject), cancellationToken);

    public Task<(string Text, string Sha256)?> FindManifestAsync(RunId copyRun, CancellationToken cancellationToken) =>
        Ask(nameof(FindManifestAsync), () => _rows.TryGetValue(copyRun, out var row) && row.Manifest.Text is { } text ? (text, SourceManifest.DigestOf(text)) : ((string, string)?)null, cancellationToken);

    public Task<IReadOnlyList<OldRowRange>> OldRowsAsync(RunId copyRun, CancellationToken cancellationToken) =>
        Ask(nameof(OldRowsAsync), () => _rows[copyRun].Manifest.OldRows(), cancellationToken);

    public Task<IReadOnlyList<RelationGroups>> OldRowGroupsAsync(RunId copyRun, ReadingMoment moment, RelationName relation, CancellationToken cancellationToken) =>
        Ask(nameof(OldRowGroupsAsync), () => _rows[copyRun].Manifest.Groups(moment, relation), cancellationToken);

    public Task<IReadOnlyList<ComparedRange>> ComparisonsAsync(RunId drill, CancellationToken cancellationToken) =>
        Ask(nameof(ComparisonsAsync), () => _rows[drill].Manifest.Comparisons(), cancellationToken);

    public Task<IReadOnlyList<ChainEntry>> ChainAsync(RunId drill, CancellationToken cancellationToken) =>
        Ask(nameof(ChainAsync), () => _rows[drill].Manifest.Chain(), cancellationToken);

    public Task<LinkGroups> ChainGroupsAsync(RunId drill, RelationName relation, CancellationToken cancellationToken) =>
        Ask(nameof(ChainGroupsAsync), () => _rows[drill].Manifest.ChainGroups(relation), cancellationToken);

    public Task<IReadOnlyList<Revocation>> RevocationsAsync(string database, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<Revocation>>(nameof(RevocationsAsync), () => [.. Revocations.Where(one => one.Database == database)], cancellationToken);

    /// <summary>Changes what a drill has read for the chain.</summary>
    public void TamperWithChain(RunId run) => _rows[run].Manifest.TamperWithChain();

    /// <summary>The proofs that were revoked.</summary>
    public List<Revocation> Revocations { get; } = [];

    /// <summary>Changes what is recorded of a run's source, as somebody with access to the store could.</summary>
    public void TamperRows(RunId run, Func<GroupSum, GroupSum> change) => _rows[run].Manifest.TamperRows(change);

    public void TamperManifest(RunId run) => _rows[run].Manifest.Text += " ";

    public void Tamper(RunId run, Func<ManifestPart, ManifestPart> change) => _rows[run].Manifest.Tamper(change);

    public Task<BirthCertificate?> FindBirthCertificateAsync(string copyArn, CancellationToken cancellationToken) =>
        Ask(nameof(FindBirthCertificateAsync), () => _certificates.GetValueOrDefault(copyArn), cancellationToken);

    public Task<IReadOnlyList<string>> DatabasesKnownToHoldRowsAsync(string database, CancellationToken cancellationToken) =>
        Ask(nameof(DatabasesKnownToHoldRowsAsync), () => KnownToHoldRows, cancellationToken);

    public Task<EvidenceRecord?> FindEvidenceAsync(RunId id, CancellationToken cancellationToken) =>
        Ask(nameof(FindEvidenceAsync), () => _evidence.GetValueOrDefault(id), cancellationToken);

    /// <summary>Who holds the run; null: nobody.</summary>
    public string? OwnerOf(RunId id)
    {
        lock (_lock)
        {
            return _rows[id].Owner is { } owner && _rows[id].Until > time.GetUtcNow() ? owner : null;
        }
    }

    private Run? Answer(RunKind kind, string database, RunRequest request) => _rows.Values.Select(static row => row.Run).FirstOrDefault(
        run => run.Kind == kind && run.Database == database
            && (run.FinishedAt is null || (request.Job is { } job && run.Job == job) || (request.Occurrence is { } at && run.Occurrence == at)
                || run.CreatedAt >= request.AskedAt));

    private bool Holds(RunLease lease, out Row row)
    {
        row = _rows[lease.Run.Id];
        return row.Run.FinishedAt is null && row.Owner == lease.Owner && row.Fence == lease.Fence;
    }

    private async Task<T> Ask<T>(string member, Func<T> answer, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (CallerIsDead)
        {
            throw new ProcessKilledException();
        }

        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return IsAway(member) ? throw Trouble() : answer();
        }
    }

    private sealed class Row(Run run)
    {
        public Run Run { get; set; } = run;

        public string? Owner { get; set; }

        public DateTimeOffset Until { get; set; }

        public long Fence { get; set; }

        public List<RunEvent> Events { get; } = [];

        public Dictionary<RelationName, RelationReading> Readings { get; } = [];

        public Dictionary<(RelationName Relation, long First), RangeReading> Ranges { get; } = [];

        public MemoryManifest Manifest { get; } = new();
    }
}
