using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Copying;

/// <summary>
/// The steps of a copy run that read the source, before and after its snapshot, so that drills have something to compare the copy with. A source that
/// cannot be read keeps no copy from being made: then drills compare nothing, and say so.
/// </summary>
internal sealed class SourceReadingSteps(InstallationOptions options, DatabaseReaders readers, IRunStore store, TimeProvider time)
{
    /// <summary>How long one step reads before it saves.</summary>
    private static readonly TimeSpan StepLength = TimeSpan.FromSeconds(20);

    /// <summary>How often in a row a source may refuse or not answer before the copy goes on without it. One that this run has read, or that says that it is starting, is waited for by time.</summary>
    private const int TriesAtMost = 3;

    /// <summary>Where a copy run goes after its checks: to the source, if there is a login to it.</summary>
    public static string AfterChecks(ProtectedDatabase database, CopyRoute route) => database.Reader is null ? CopyPhases.TakingOf(route) : CopyPhases.NotingSource;

    /// <summary>Where a copy run goes once the copy is asked for.</summary>
    public static string AfterAsking(CopyState state) => state.Reading is { Unavailable: null, ManifestSha256: null } ? CopyPhases.ReadingSource : CopyPhases.WaitingForCopy;

    /// <summary>Before the snapshot: who the source is, its catalogs, and last the limit of old rows.</summary>
    public Task<StepResult> NoteAsync(Step<CopyState> step, CancellationToken cancellationToken) =>
        TryAsync(step, async (reader, login) =>
        {
            var stand = step.State.Reading ?? new SourceStand();
            stand = stand with { Identity = stand.Identity ?? await readers.Instance.IdentifyAsync(login, cancellationToken).ConfigureAwait(false) };
            if (reader.Reads == SourceReading.OldRowsTwice && stand.EarlyLimit is null)
            {
                // Before the relations are listed: every row that is old then lies in the blocks that the listing counts. Saved, since a later one would not.
                var first = await readers.OldRows.TakeLimitAsync(login, cancellationToken).ConfigureAwait(false);
                return step.Again(
                    step.State with { Reading = stand.Reached() with { EarlyLimit = first } }, null, $"rows made before transaction {first.Xid} are read before the snapshot");
            }

            var (parts, databases, complete) = await ReadPartsAsync(step, login, reader, ReadingMoment.Before, stand.Databases, cancellationToken).ConfigureAwait(false);
            stand = stand.Reached() with { Databases = databases };
            if (!complete)
            {
                return step.Again(step.State with { Reading = stand }, null, $"the catalogs of {databases.Count} databases of the source are being read") with { Parts = parts };
            }

            if (stand.EarlyLimit is { } early && await ReadEarlyAsync(step with { State = step.State with { Reading = stand } }, reader, login, early, parts, cancellationToken).ConfigureAwait(false) is { } reading)
            {
                return reading;
            }

            if (reader.Reads != SourceReading.Catalog)
            {
                // Last, so that few rows are made between it and the snapshot: those are never judged.
                stand = stand with { Limit = await readers.OldRows.TakeLimitAsync(login, cancellationToken).ConfigureAwait(false) };
            }

            var old = stand.Limit is { } limit ? $"; rows made before transaction {limit.Xid} are old" : string.Empty;
            return Step<CopyState>.Next(
                CopyPhases.TakingOf(step.State.Route), step.State with { Reading = stand }, $"the catalogs of {databases.Count} databases of the source are read{old}") with
            {
                Parts = parts,
            };
        });

    /// <summary>After the snapshot: the catalogs again, then old rows until all are read or the budget is used up, then the manifest.</summary>
    public Task<StepResult> ReadAsync(Step<CopyState> step, CancellationToken cancellationToken) =>
        TryAsync(step, async (reader, login) =>
        {
            var stand = step.State.Reading!;
            if (stand.RowsSince is null)
            {
                var (parts, databases, complete) = await ReadPartsAsync(step, login, reader, ReadingMoment.After, [], cancellationToken).ConfigureAwait(false);
                // After the listing: what a replica shows from there on cannot be of an older form of a relation.
                var position = complete && stand.Limit is not null ? (await readers.OldRows.TakeLimitAsync(login, cancellationToken).ConfigureAwait(false)).Lsn : null;
                var read = step.State with { Reading = stand.Reached() with { RowsSince = complete ? time.GetUtcNow() : null, Position = position } };
                return step.Again(read, null, $"the catalogs of {databases.Count} databases of the source are {(complete ? "read again" : "being read again")}") with { Parts = parts };
            }

            if (stand.Limit is null)
            {
                return await ConcludeAsync(step, stand, [], [], cancellationToken).ConfigureAwait(false);
            }

            var ledger = await OldRowLedger.LoadAsync(ReadingMoment.After, step, reader, store, cancellationToken).ConfigureAwait(false);
            var left = reader.Budget - (time.GetUtcNow() - stand.RowsSince.Value);
            return ledger.Tasks.Count > 0 && left > TimeSpan.Zero
                ? await ReadRowsAsync(step, reader, login, ledger, stand.Limit, stand.Position!, left, cancellationToken).ConfigureAwait(false)
                : await CloseAsync(step, reader, stand, ledger, login, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Lists the relations once more: what was rewritten or altered while it was read is not comparable.</summary>
    private async Task<StepResult> CloseAsync(
        Step<CopyState> step, SourceReaderOptions reader, SourceStand stand, OldRowLedger ledger, InstanceLogin login, CancellationToken cancellationToken)
    {
        if (ledger.IsClosed)
        {
            var early = stand.EarlyLimit is null ? null
                : await OldRowLedger.LoadAsync(ReadingMoment.Before, step, reader, store, cancellationToken).ConfigureAwait(false);
            return await ConcludeAsync(step, stand, ledger.Entries(), early?.Entries() ?? [], cancellationToken).ConfigureAwait(false);
        }

        var collector = new PartCollector(readers, store, time, StepLength) { Catalogs = false, Relations = true };
        var (parts, _, _) = await collector.CollectAsync(step.Id, login, ReadingMoment.Closing, stand.Databases, cancellationToken).ConfigureAwait(false);
        var unread = ledger.Tasks.Select(static task => task.Relation.Name).ToList();
        return step.Again(step.State with { Reading = stand.Reached() }, null, "the relations of the source are listed again, once its old rows have been read") with
        {
            Parts = parts,
            Events = unread.Count == 0 ? [] :
            [
                step.Event(
                    RunEventKind.Warning,
                    $"Reader:Budget ({reader.Budget:c}) was used up before all old rows of the source were read: relations whose rows drills of this copy cannot judge, or not all: {unread.Count}, {unread[0]} for one. Raise Budget, Connections or DutyCycle of Reader."),
            ],
        };
    }

    /// <summary>Whatever goes wrong with reading the source, the copy is made.</summary>
    public static StepResult GiveUp(Step<CopyState> step, string why)
    {
        var next = step.Run.Phase == CopyPhases.NotingSource ? CopyPhases.TakingOf(step.State.Route) : CopyPhases.WaitingForCopy;
        var note = $"The source cannot be read, so drills of this copy will not compare it with its source: {why}";
        return Step<CopyState>.Next(next, step.State with { Reading = (step.State.Reading ?? new SourceStand()) with { Unavailable = why } }, note) with
        {
            Events = [step.Event(RunEventKind.Warning, note)],
        };
    }

    /// <summary>The old rows before the snapshot, until all are read or the budget is used up; null: it is so.</summary>
    private async Task<StepResult?> ReadEarlyAsync(
        Step<CopyState> step, SourceReaderOptions reader, InstanceLogin login, OldRowLimit limit, List<ManifestPart> parts, CancellationToken cancellationToken)
    {
        var stand = step.State.Reading!;
        if (stand.EarlySince is null)
        {
            var position = (await readers.OldRows.TakeLimitAsync(login, cancellationToken).ConfigureAwait(false)).Lsn;
            var listed = step.State with { Reading = stand with { EarlySince = time.GetUtcNow(), EarlyPosition = position } };
            return step.Again(listed, null, "the source's catalogs and relations are listed") with { Parts = parts };
        }

        var ledger = await OldRowLedger.LoadAsync(ReadingMoment.Before, step, reader, store, cancellationToken).ConfigureAwait(false);
        var left = reader.Budget - (time.GetUtcNow() - stand.EarlySince.Value);
        return ledger.Tasks.Count > 0 && left > TimeSpan.Zero
            ? await ReadRowsAsync(step, reader, login, ledger, limit, stand.EarlyPosition!, left, cancellationToken).ConfigureAwait(false)
            : null;
    }

    private async Task<StepResult> ReadRowsAsync(
        Step<CopyState> step,
        SourceReaderOptions reader,
        InstanceLogin login,
        OldRowLedger ledger,
        OldRowLimit limit,
        string position,
        TimeSpan left,
        CancellationToken cancellationToken)
    {
        if (await new RowServer(readers).FindAsync(reader, login, step.State.Reading!.Identity!, position, cancellationToken).ConfigureAwait(false) is not { } server)
        {
            return step.Again(
                step.State with { Reading = step.State.Reading.Reached() }, options.Timing.Poll, $"the replica has not replayed {position} yet, from where on its rows count");
        }

        var order = new OldRowOrder
        {
            Tasks = ledger.Tasks,
            Limit = limit,
            Seed = FingerprintSeed.Of(step.State.Source!.ResourceId),
            Connections = reader.Connections,
            Statement = reader.Statement,
            LockWait = reader.LockWait,
            DutyCycle = reader.DutyCycle,
            Stint = left < StepLength ? left : StepLength,
        };
        var read = new List<BlockGroups>();
        try
        {
            await foreach (var groups in readers.OldRows.ReadAsync(server, order, cancellationToken).ConfigureAwait(false))
            {
                read.Add(groups with { Moment = ledger.Moment });
            }
        }
        catch (Exception e) when (read.Count > 0 && e is InstanceUnreachableException or OperationCanceledException)
        {
            // What was read is saved; if the trouble lasts, the next step meets it without having anything to save.
            return Read(step, ledger, read) with { Events = [step.Event(RunEventKind.Trouble, $"{e.Message} What was read before is kept.")] };
        }

        return Read(step, ledger, read);
    }

    private static StepResult Read(Step<CopyState> step, OldRowLedger ledger, List<BlockGroups> read)
    {
        var state = step.State with { Reading = step.State.Reading!.Reached() };
        var events = read.Where(static groups => groups.Outcome != ReadingOutcome.Read)
            .Select(groups => step.Event(RunEventKind.Warning, $"old rows of {groups.Relation} in the source were not read: {groups.Reason}")).ToList();
        return step.Again(state, null, $"old rows of {ledger.Tasks.Count} relations of the source are being read {(ledger.Moment == ReadingMoment.Before ? "before" : "after")} the snapshot") with { OldRows = read, Events = events };
    }

    private async Task<StepResult> ConcludeAsync(
        Step<CopyState> step, SourceStand stand, IReadOnlyList<OldRowEntry> oldRows, IReadOnlyList<OldRowEntry> earlyRows, CancellationToken cancellationToken)
    {
        var catalogs = await store.PartsAsync(step.Id, ManifestSubject.Catalog, cancellationToken).ConfigureAwait(false);
        var relations = await store.PartsAsync(step.Id, ManifestSubject.Relations, cancellationToken).ConfigureAwait(false);
        var manifest = new SourceManifest
        {
            Run = step.Id,
            SourceResourceId = step.State.Source!.ResourceId,
            Seed = FingerprintSeed.Of(step.State.Source.ResourceId),
            Identity = stand.Identity!,
            Limit = stand.Limit,
            EarlyLimit = stand.EarlyLimit,
            Parts =
            [
                .. catalogs.Concat(relations).Select(static part => part.ToEntry())
                    .OrderBy(static entry => entry.Moment).ThenBy(static entry => entry.Subject).ThenBy(static entry => entry.Database, StringComparer.Ordinal),
            ],
            OldRows = oldRows,
            EarlyRows = earlyRows,
        };
        var text = manifest.ToText();
        var sha256 = SourceManifest.DigestOf(text);
        return Step<CopyState>.Next(
            CopyPhases.WaitingForCopy, step.State with { Reading = stand with { ManifestSha256 = sha256 } }, $"the source's manifest is complete, digest {sha256}") with
        {
            Manifest = text,
        };
    }

    /// <summary>Reads catalogs and relations of one moment that are not in the store yet.</summary>
    private async Task<(List<ManifestPart> Parts, IReadOnlyList<string> Databases, bool Complete)> ReadPartsAsync(
        Step<CopyState> step, InstanceLogin login, SourceReaderOptions reader, ReadingMoment moment, IReadOnlyList<string> databases, CancellationToken cancellationToken)
    {
        var collector = new PartCollector(readers, store, time, StepLength) { Relations = reader.Reads != SourceReading.Catalog };
        return await collector.CollectAsync(step.Id, login, moment, databases, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepResult> TryAsync(Step<CopyState> step, Func<SourceReaderOptions, InstanceLogin, Task<StepResult>> read)
    {
        var stand = step.State.Reading ?? new SourceStand();
        if (options.Find(step.Run.Database)?.Reader is not { } reader)
        {
            return GiveUp(step, "the configuration names no login to it any more");
        }

        if (step.State.Source!.Host is not { } host)
        {
            return GiveUp(step, $"AWS gives no endpoint for instance {step.State.Source.Name}");
        }

        try
        {
            return await read(reader, readers.Logins.LoginOf(reader, host, step.State.Source.Port)).ConfigureAwait(false);
        }
        catch (InstanceUnreachableException e) when (stand.Troubles + 1 < TriesAtMost || IsWaitedFor(stand, e))
        {
            var troubled = stand with { Troubles = stand.Troubles + 1, TroubleSince = stand.TroubleSince ?? time.GetUtcNow() };
            return step.Again(step.State with { Reading = troubled }, options.Timing.Poll, $"the source cannot be read: {e.Message}") with
            {
                Events = [step.Event(RunEventKind.Trouble, e.Message)],
            };
        }
        catch (InstanceUnreachableException e)
        {
            return GiveUp(step, e.Message);
        }
    }

    /// <summary>Whether the source is there, or was in this run, and may be back: a fail-over or a crash recovery takes minutes, and what was read is worth waiting for.</summary>
    private bool IsWaitedFor(SourceStand stand, InstanceUnreachableException trouble) =>
        trouble.IsAway && (stand.Identity is not null || trouble.SqlState is not null) && time.GetUtcNow() - (stand.TroubleSince ?? time.GetUtcNow()) < options.Timing.Trouble;
}
