using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Turns;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Records.Chain;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Journal;

/// <summary>
/// A store of one run in one local file: an emergency restore needs no PostgreSQL of ours. Each change is a line that is on the disk before anybody is told; whatever kills the process, the file
/// holds all that was saved, and the same command goes on. What else is known of the copy is what the bucket of facts holds of it.
/// </summary>
/// <remarks>The file is locked while it is open, so that the process that has it open is the only one: whoever asks for the lease gets it, with a new fence where the last one was another.</remarks>
public sealed class RestoreJournal : IRunStore, IDisposable
{
    private readonly Lock _lock = new();
    private readonly JournalFile _file;
    private readonly JournalState _state;
    private readonly KnownOfCopy _known;
    private readonly TimeProvider _time;
    private bool _isHeld;
    private RunChange? _lastSaved;

    private RestoreJournal(string path, (JournalFile File, IReadOnlyList<JournalEntry> Entries) opened, CopyRecord known, TimeProvider time)
    {
        (_file, _known, _time) = (opened.File, new KnownOfCopy(known), time);
        try
        {
            _state = JournalState.Of(path, opened.Entries);
        }
        catch (BrokenJournalException)
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>The run, as it stands.</summary>
    public Run Run
    {
        get
        {
            lock (_lock)
            {
                return _state.Run;
            }
        }
    }

    /// <summary>Whether a run was begun in a file: it has a whole line. One that a process left that died while it began has none, and <see cref="Create(string, NewRun, CopyRecord, TimeProvider)"/> begins anew.</summary>
    /// <exception cref="JournalInUseException">Another process has it open.</exception>
    public static bool IsBegun(string path) => File.Exists(path) && !JournalLines.IsUnbegun(JournalFile.ReadAll(path));

    /// <summary>Makes the file and opens the run in it.</summary>
    /// <param name="path">The file; its directory is there.</param>
    /// <param name="run">The run.</param>
    /// <param name="known">What the bucket of facts holds of the copy.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="IOException">The file is there already, or cannot be made.</exception>
    /// <exception cref="JournalInUseException">Another process has it open.</exception>
    /// <exception cref="StoreUnavailableException">The disk does not take it.</exception>
    public static RestoreJournal Create(string path, NewRun run, CopyRecord known, TimeProvider time) => Create(path, run, known, time, RandomAccess.FlushToDisk);

    /// <summary>Opens the file to go on with its run; a last line that was not written to its end is cut off.</summary>
    /// <inheritdoc cref="Create(string, NewRun, CopyRecord, TimeProvider)"/>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BrokenJournalException">The file is not what was written.</exception>
    public static RestoreJournal Open(string path, CopyRecord known, TimeProvider time) => Open(path, known, time, RandomAccess.FlushToDisk);

    /// <summary>All that a journal holds, without changing it; a last line that was not written to its end does not count.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="JournalInUseException">A process has it open.</exception>
    /// <exception cref="BrokenJournalException">The file is not what was written.</exception>
    public static RunHistory Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return JournalState.Of(path, JournalLines.Read(path, JournalFile.ReadAll(path)).Entries).ToHistory();
    }

    internal static RestoreJournal Create(string path, NewRun run, CopyRecord known, TimeProvider time, Action<SafeFileHandle> flush)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(time);
        var first = new JournalEntry { At = Now(time), Opened = new JournalOpening(JournalEntry.Form, run) };
        return new RestoreJournal(path, JournalFile.Create(path, first, flush), known, time);
    }

    internal static RestoreJournal Open(string path, CopyRecord known, TimeProvider time, Action<SafeFileHandle> flush)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(time);
        return new RestoreJournal(path, JournalFile.Open(path, flush), known, time);
    }

    /// <inheritdoc/>
    public Task<InstallationId> ClaimAsync(InstallationId installation, CancellationToken cancellationToken) => Ask(
        () =>
        {
            if (_state.Installation is null)
            {
                Append(new JournalEntry { At = Now(_time), Claimed = installation });
            }

            return _state.Installation!.Value;
        },
        cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It is another run than the journal's.</exception>
    public Task<(Run Run, bool Opened)> OpenAsync(NewRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Ask(
            () => run.Id == _state.Run.Id ? (_state.Run, false) : throw new InvalidOperationException($"This is the journal of run {_state.Run.Id}; run {run.Id} cannot be opened in it."), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Run?> FindAnswerAsync(RunKind kind, string database, RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Ask(() => _state.Run is var run && run.Kind == kind && run.Database == database && (run.FinishedAt is null || run.CreatedAt >= request.AskedAt) ? run : null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken) => Ask(() => IfOwn(id, _state.Run), cancellationToken);

    /// <inheritdoc/>
    public Task<Run?> FindOpenAsync(RunKind kind, string database, CancellationToken cancellationToken) =>
        Ask(() => _state.Run is { FinishedAt: null } run && run.Kind == kind && run.Database == database ? run : null, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Run>> ListAsync(string? database, RunKind? kind, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        return Ask<IReadOnlyList<Run>>(() => (database ?? _state.Run.Database) == _state.Run.Database && (kind ?? _state.Run.Kind) == _state.Run.Kind ? [_state.Run] : [], cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Granted: nobody else is there.</remarks>
    public Task<Turn> TakeTurnAsync(RunId id, int places, TimeSpan patience, CancellationToken cancellationToken) => Ask(() => new Turn(true, [], []), cancellationToken);

    /// <inheritdoc/>
    public Task<RunLease?> TryAcquireAsync(RunId id, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return Ask(
            () =>
            {
                if (id != _state.Run.Id || _state.Run.FinishedAt is not null)
                {
                    return null;
                }

                if (_state.Owner != owner)
                {
                    Append(new JournalEntry { At = Now(_time), Leased = new JournalLease(owner, _state.Fence + 1) });
                }

                _isHeld = true;
                return new RunLease(_state.Run, owner, _state.Fence, Now(_time));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TryRenewAsync(RunLease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return Ask(() => Holds(lease), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(RunLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return Ask(() => _isHeld = _isHeld && !Holds(lease), cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>After a <see cref="StoreUnavailableException"/> nothing of the change is in the file. The change that was saved last, saved again, is not written twice.</remarks>
    /// <exception cref="InvalidOperationException">The copy of <see cref="RunChange.Pin"/> has another certificate already.</exception>
    /// <exception cref="ArgumentException">The parts of the change contradict each other, or are of a source: a journal's run reads none.</exception>
    public Task<Run> SaveAsync(RunLease lease, RunChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(change);
        StepSaving.Check(lease, change);
        if (change.Manifest is not null || change.OldRows.Count > 0)
        {
            throw new ArgumentException($"Run {lease.Run.Id}: a journal keeps no manifest and no old rows of a source.", nameof(change));
        }

        return Ask(
            () =>
            {
                if (ReferenceEquals(change, _lastSaved) && lease.Fence == _state.Fence)
                {
                    return _state.Run;
                }

                if (!Holds(lease))
                {
                    throw new LeaseLostException(lease.Run.Id);
                }

                RefuseSecond(change.Pin);
                Append(new JournalEntry { At = Now(_time), Saved = JournalStep.Of(lease.Fence, _state.Run.State, change) });
                _lastSaved = change;
                return _state.Run;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunEvent>> EventsAsync(RunId id, long afterSequence, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<RunEvent>>(() => [.. IfOwn(id, _state.Events)?.Where(line => line.Sequence > afterSequence) ?? []], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RelationReading>> ReadingsAsync(RunId id, CancellationToken cancellationToken) => Ask(() => IfOwn(id, _state.Readings) ?? [], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RangeReading>> RangesAsync(RunId id, CancellationToken cancellationToken) => Ask(() => IfOwn(id, _state.Ranges) ?? [], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ManifestPart>> PartsAsync(RunId run, ManifestSubject subject, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<ManifestPart>>(() => [.. IfOwn(run, _state.Parts)?.Where(part => part.Subject == subject) ?? []], cancellationToken);

    /// <inheritdoc/>
    public Task<(string Text, string Sha256)?> FindManifestAsync(RunId copyRun, CancellationToken cancellationToken) => Ask(() => _known.Manifest(copyRun, TaggedManifest()), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OldRowRange>> OldRowsAsync(RunId copyRun, CancellationToken cancellationToken) => Ask<IReadOnlyList<OldRowRange>>(() => [], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RelationGroups>> OldRowGroupsAsync(RunId copyRun, ReadingMoment moment, RelationName relation, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<RelationGroups>>(() => [], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ComparedRange>> ComparisonsAsync(RunId drill, CancellationToken cancellationToken) => Ask(() => IfOwn(drill, _state.Comparisons) ?? [], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChainEntry>> ChainAsync(RunId drill, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<ChainEntry>>(() => [.. IfOwn(drill, _state.Chain)?.Select(ChainRanges.EntryOf) ?? []], cancellationToken);

    /// <inheritdoc/>
    public Task<LinkGroups> ChainGroupsAsync(RunId drill, RelationName relation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return Ask(
            () => LinkGroups.Joined([.. IfOwn(drill, _state.Chain)?.Where(range => range.Relation == relation && range.Own.Count > 0).Select(ChainRanges.GroupsOf) ?? []]), cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Those in the bucket of facts, and those that the run itself has found.</remarks>
    public Task<IReadOnlyList<Revocation>> RevocationsAsync(string database, CancellationToken cancellationToken) => Ask<IReadOnlyList<Revocation>>(
        () => [.. _known.Revocations(database).Concat(_state.Revocations.Where(one => one.Database == database)).OrderBy(static one => one.RecordedAt)], cancellationToken);

    /// <inheritdoc/>
    /// <remarks>That of the bucket of facts, or the one that the run itself has pinned.</remarks>
    public Task<BirthCertificate?> FindBirthCertificateAsync(string copyArn, CancellationToken cancellationToken) =>
        Ask(() => _known.Certificate(copyArn) ?? (_state.Pin?.CopyArn == copyArn ? _state.Pin : null), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>By the birth certificate in the bucket of facts.</remarks>
    public Task<IReadOnlyList<string>> DatabasesKnownToHoldRowsAsync(string database, CancellationToken cancellationToken) => Ask(() => _known.DatabasesHoldingRows(database), cancellationToken);

    /// <inheritdoc/>
    public Task<EvidenceRecord?> FindEvidenceAsync(RunId id, CancellationToken cancellationToken) => Ask(() => IfOwn(id, _state.Evidence), cancellationToken);

    public void Dispose() => _file.Dispose();

    private static DateTimeOffset Now(TimeProvider time) => new(time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    private Task<T> Ask<T>(Func<T> question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(question());
        }
    }

    private void Append(JournalEntry entry) => _state.Apply(_file.Append(entry));

    private T? IfOwn<T>(RunId id, T? value)
        where T : class => id == _state.Run.Id ? value : null;

    private bool Holds(RunLease lease) =>
        _isHeld && lease.Run.Id == _state.Run.Id && lease.Owner == _state.Owner && lease.Fence == _state.Fence && _state.Run.FinishedAt is null;

    private void RefuseSecond(BirthCertificate? pin)
    {
        if (pin is not null && (_known.Certificate(pin.CopyArn) ?? _state.Pin) is { } there && CertificateText.Write(there) != CertificateText.Write(pin))
        {
            throw BirthCertificates.Refusal(pin, there.PinnedBy.Value);
        }
    }

    /// <summary>The digest of the manifest that the copy's tag names, as the run's state has it.</summary>
    private string? TaggedManifest()
    {
        using var state = JsonDocument.Parse(_state.Run.State);
        return state.RootElement.TryGetProperty("manifestSha256", out var sha256) ? sha256.GetString() : null;
    }
}
