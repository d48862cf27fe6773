using Npgsql;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Json;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Chain;

/// <summary>The proofs that were revoked.</summary>
internal static class Revocations
{
    /// <summary>A condition on <c>restoredrill.run</c>: that it is no drill of a copy whose proof is revoked.</summary>
    internal const string Stands = "not exists (select from restoredrill.revocation r where r.copy_arn = run.state ->> 'copyArn' and run.kind = 'drill')";

    internal static async Task AddAsync(NpgsqlConnection connection, Revocation revocation, CancellationToken cancellationToken)
    {
        var document = StorableText.OfJson(CanonicalJson.Write(revocation with { RecordedAt = default }));
        await using var command = new NpgsqlCommand(
            """
            insert into restoredrill.revocation (copy_arn, found_by, database, document, sha256) values (@copy, @run, @database, @document, @sha256)
            on conflict (copy_arn, found_by) do nothing
            """,
            connection);
        command.WithText("copy", revocation.CopyArn)
            .WithText("run", revocation.FoundBy.Value)
            .WithText("database", revocation.Database)
            .WithText("document", document)
            .WithText("sha256", StoredDocument.Digest(document));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static async Task<IReadOnlyList<Revocation>> ListAsync(NpgsqlConnection connection, string database, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select copy_arn, recorded_at, document, sha256 from restoredrill.revocation where database = @database order by recorded_at, found_by", connection);
        command.WithText("database", database);
        return await command.ReadAllAsync(
            static row =>
            {
                var document = row.GetString(2);
                StoredDocument.RequireIntact(document, row.GetString(3), $"the revocation of the proof of {row.GetString(0)}");
                return CanonicalJson.Read<Revocation>(document) with { RecordedAt = row.GetFieldValue<DateTimeOffset>(1) };
            },
            cancellationToken);
    }
}
