using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Manifests;

/// <summary>Catalogs and relations that runs have read. The first reading of a part stands.</summary>
internal static class ManifestParts
{
    internal static async Task AddAsync(NpgsqlConnection connection, RunId run, IReadOnlyList<ManifestPart> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            await using var command = new NpgsqlCommand(
                """
                insert into restoredrill.manifest_part (run_id, moment, subject, database, content, sha256)
                values (@run, @moment, @subject, @database, @content, @sha256)
                on conflict (run_id, subject, moment, database) do nothing
                """,
                connection);
            command.WithText("run", run.Value)
                .WithText("moment", StoredWords.ReadingMoments.Word(part.Moment))
                .WithText("subject", StoredWords.ManifestSubjects.Word(part.Subject))
                .WithText("database", part.Database)
                .With("content", NpgsqlDbType.Bytea, Compressed.Of(part.Text))
                .WithText("sha256", part.Sha256);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    internal static async Task<IReadOnlyList<ManifestPart>> ListAsync(
        NpgsqlConnection connection, RunId run, ManifestSubject subject, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select moment, database, content, sha256 from restoredrill.manifest_part where run_id = @run and subject = @subject", connection);
        command.WithText("run", run.Value).WithText("subject", StoredWords.ManifestSubjects.Word(subject));
        var parts = await command.ReadAllAsync(row => Read(run, subject, row), cancellationToken);
        return [.. parts.OrderBy(static part => part.Moment).ThenBy(static part => part.Database, StringComparer.Ordinal)];
    }

    private static ManifestPart Read(RunId run, ManifestSubject subject, NpgsqlDataReader row)
    {
        var part = new ManifestPart
        {
            Moment = StoredWords.ReadingMoments.Value(row.GetString(0)),
            Subject = subject,
            Database = row.GetString(1),
            Text = Compressed.Text(row.GetFieldValue<byte[]>(2)),
        };
        StoredDocument.RequireIntact(part.Text, row.GetString(3), $"a part of the manifest of run {run}");
        return part;
    }
}
