using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Chain;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Manifests;

namespace RestoreDrill.Records.Runs;

/// <summary>Writes all that a step changed. The run's row comes first: it holds the fence, and its lock orders the saves of one run.</summary>
/// <remarks>
/// When the connection breaks during COMMIT, nobody knows whether the step was saved. So each change has a mark that is saved with it, and the
/// same change saved again is recognised by it.
/// </remarks>
internal static class StepSaving
{
    private static readonly ConditionalWeakTable<RunChange, object> Marks = [];

    /// <summary>Refuses what no store could keep together, before anything is asked of the database.</summary>
    /// <exception cref="ArgumentException">The parts of the change contradict each other.</exception>
    internal static void Check(RunLease lease, RunChange change)
    {
        var id = lease.Run.Id;
        if (change.Evidence is not null && change.Conclusion is null)
        {
            throw new ArgumentException($"Run {id}: evidence is recorded only together with the conclusion.", nameof(change));
        }

        if (change.Evidence is { } evidence && evidence.Run != id)
        {
            throw new ArgumentException($"Run {id}: the evidence is that of run {evidence.Run}.", nameof(change));
        }

        if (change.Evidence is { } record && StoredDocument.Digest(record.Document) != record.Sha256)
        {
            throw new ArgumentException($"Run {id}: the evidence's SHA-256 is not that of its document.", nameof(change));
        }

        if (change.Pin is { } pin && pin.PinnedBy != id)
        {
            throw new ArgumentException($"Run {id}: the birth certificate says that run {pin.PinnedBy} pins it.", nameof(change));
        }

        if (change.Revocation is { } revocation && revocation.FoundBy != id)
        {
            throw new ArgumentException($"Run {id}: the revocation says that run {revocation.FoundBy} found it.", nameof(change));
        }

        if (change.Ranges.FirstOrDefault(static range => range.Outcome != ReadingOutcome.Read) is { } unread)
        {
            throw new ArgumentException($"Run {id}: {unread.Range} of {unread.Relation} were not read; that is a reading of the relation.", nameof(change));
        }

        if (change.Wait < TimeSpan.Zero)
        {
            throw new ArgumentException($"Run {id}: the next step cannot be due {-change.Wait} ago.", nameof(change));
        }
    }

    /// <summary>To be called inside a transaction.</summary>
    internal static async Task<Run> SaveAsync(NpgsqlConnection connection, RunLease lease, RunChange change, CancellationToken cancellationToken)
    {
        var mark = (Guid)Marks.GetValue(change, static _ => Guid.NewGuid());
        if (await UpdateRunAsync(connection, lease, change, mark, cancellationToken) is not { } saved)
        {
            return await FindSavedAsync(connection, lease.Run.Id, mark, cancellationToken) ?? throw new LeaseLostException(lease.Run.Id);
        }

        await RunEvents.AppendAsync(connection, saved.Id, change.Events, cancellationToken);
        await RangeReadings.AddAsync(connection, saved.Id, change.Ranges, cancellationToken);
        await RelationReadings.AddAsync(connection, saved.Id, change.Readings, cancellationToken);
        await ManifestParts.AddAsync(connection, saved.Id, change.Parts, cancellationToken);
        await OldRowRanges.AddAsync(connection, saved.Id, change.OldRows, cancellationToken);
        await RangeComparisons.AddAsync(connection, saved.Id, change.Comparisons, cancellationToken);
        await ChainRanges.AddAsync(connection, saved.Id, change.Chain, cancellationToken);
        if (change.Revocation is { } revocation)
        {
            await Revocations.AddAsync(connection, revocation, cancellationToken);
        }

        if (change.Manifest is { } manifest)
        {
            await ManifestTable.AddAsync(connection, saved.Id, manifest, cancellationToken);
        }

        if (change.Pin is { } certificate)
        {
            await BirthCertificates.PinAsync(connection, certificate, cancellationToken);
        }

        if (change.Evidence is { } evidence)
        {
            await EvidenceRecords.AddAsync(connection, evidence, cancellationToken);
        }

        return saved;
    }

    private static async Task<Run?> UpdateRunAsync(
        NpgsqlConnection connection, RunLease lease, RunChange change, Guid mark, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            update restoredrill.run
            set phase = @phase,
                phase_since = case when phase = @phase then phase_since else clock_timestamp() end,
                unattended = case when phase = @phase then @unattended else interval '0' end,
                state = @state,
                troubles = @troubles,
                note = @note,
                next_step_at = case when @outcome is null then clock_timestamp() + @wait end,
                finished_at = case when @outcome is not null then clock_timestamp() end,
                outcome = @outcome,
                summary = @summary,
                level = @level,
                defect = @defect,
                lease_owner = case when @outcome is null then lease_owner end,
                lease_until = case when @outcome is null then lease_until end,
                last_save = @mark,
                saved_at = clock_timestamp()
            where id = @id and lease_owner = @owner and fence = @fence and finished_at is null and last_save is distinct from @mark
            returning {RunTable.Columns}
            """,
            connection);
        var end = change.Conclusion;
        command.WithLease(lease)
            .With("mark", NpgsqlDbType.Uuid, mark)
            .WithText("phase", change.Phase)
            .With("state", NpgsqlDbType.Jsonb, StorableText.OfJson(change.State))
            .With("troubles", NpgsqlDbType.Integer, change.Troubles)
            .WithText("note", StorableText.Of(change.Note))
            .With("unattended", NpgsqlDbType.Interval, change.Unattended)
            .With("wait", NpgsqlDbType.Interval, change.Wait)
            .WithText("outcome", end is null ? null : StoredWords.RunOutcomes.Word(end.Outcome))
            .WithText("summary", StorableText.Of(end?.Summary))
            .WithText("level", end?.Level)
            .WithText("defect", StorableText.Of(end?.Defect));
        return (await command.ReadAllAsync(RunTable.Read, cancellationToken)).SingleOrDefault();
    }

    private static async Task<Run?> FindSavedAsync(NpgsqlConnection connection, RunId id, Guid mark, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select {RunTable.Columns} from restoredrill.run where id = @id and last_save = @mark", connection);
        command.WithText("id", id.Value).With("mark", NpgsqlDbType.Uuid, mark);
        return (await command.ReadAllAsync(RunTable.Read, cancellationToken)).SingleOrDefault();
    }
}
