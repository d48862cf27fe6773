using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Chain;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Manifests;

namespace RestoreDrill.Records.Runs;

/// <summary>Takes in a finished run that was kept elsewhere, with the times that it had there.</summary>
internal static class RunImport
{
    /// <summary>To be called inside a transaction.</summary>
    /// <returns>False: it is there already.</returns>
    /// <exception cref="RefusedException">The store is another installation's, or has another run of this id.</exception>
    internal static async Task<bool> ImportAsync(NpgsqlConnection connection, RunHistory history, InstallationId installation, CancellationToken cancellationToken)
    {
        var run = history.Run;
        if (await StoreOwner.ClaimAsync(connection, installation, cancellationToken) is var owner && owner != installation)
        {
            throw new RefusedException([$"The store belongs to installation '{owner}', and this is '{installation}'. Nothing was taken in."], safetyRule: true);
        }

        if (!await InsertAsync(connection, run, cancellationToken))
        {
            var there = await EvidenceRecords.FindAsync(connection, run.Id, cancellationToken);
            return there?.Sha256 == history.Evidence!.Sha256
                ? false
                : throw ImportRules.Another((await RunTable.FindAsync(connection, run.Id, cancellationToken))!, run);
        }

        await RunEvents.TakeInAsync(connection, run.Id, history.Events, cancellationToken);
        await RangeReadings.AddAsync(connection, run.Id, history.Ranges, cancellationToken);
        await RelationReadings.AddAsync(connection, run.Id, history.Readings, cancellationToken);
        await ManifestParts.AddAsync(connection, run.Id, history.Parts, cancellationToken);
        await RangeComparisons.AddAsync(connection, run.Id, history.Comparisons, cancellationToken);
        await ChainRanges.AddAsync(connection, run.Id, history.Chain, cancellationToken);
        foreach (var revocation in history.Revocations)
        {
            await Revocations.AddAsync(connection, revocation, cancellationToken);
        }

        if (history.Pin is { } pin && await BirthCertificates.FindAsync(connection, pin.CopyArn, cancellationToken) is null)
        {
            await BirthCertificates.PinAsync(connection, pin, cancellationToken);
        }

        await EvidenceRecords.AddAsync(connection, history.Evidence!, cancellationToken);
        return true;
    }

    private static async Task<bool> InsertAsync(NpgsqlConnection connection, Run run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into restoredrill.run (
                id, kind, database, trigger, asked, phase, phase_since, unattended, troubles, state, created_at, saved_at, note, finished_at, outcome, summary, level, defect)
            values (
                @id, @kind, @database, @trigger, @asked, @phase, @phase_since, @unattended, @troubles, @state, @created_at, @saved_at, @note, @finished_at, @outcome, @summary, @level, @defect)
            on conflict (id) do nothing
            """,
            connection);
        command.WithText("id", run.Id.Value)
            .WithText("kind", StoredWords.RunKinds.Word(run.Kind))
            .WithText("database", run.Database)
            .WithText("trigger", StorableText.Of(run.Trigger))
            .With("asked", NpgsqlDbType.Boolean, run.Asked)
            .WithText("phase", run.Phase)
            .With("phase_since", NpgsqlDbType.TimestampTz, run.PhaseSince.UtcDateTime)
            .With("unattended", NpgsqlDbType.Interval, run.Unattended)
            .With("troubles", NpgsqlDbType.Integer, run.Troubles)
            .With("state", NpgsqlDbType.Jsonb, StorableText.OfJson(run.State))
            .With("created_at", NpgsqlDbType.TimestampTz, run.CreatedAt.UtcDateTime)
            .With("saved_at", NpgsqlDbType.TimestampTz, run.SavedAt.UtcDateTime)
            .WithText("note", StorableText.Of(run.Note))
            .With("finished_at", NpgsqlDbType.TimestampTz, run.FinishedAt!.Value.UtcDateTime)
            .WithText("outcome", StoredWords.RunOutcomes.Word(run.Outcome!.Value))
            .WithText("summary", StorableText.Of(run.Summary))
            .WithText("level", run.Level)
            .WithText("defect", StorableText.Of(run.Defect));
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
