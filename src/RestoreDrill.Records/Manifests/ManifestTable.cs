using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Manifests;

/// <summary>The manifests of copy runs. The first one of a run stands.</summary>
internal static class ManifestTable
{
    internal static async Task AddAsync(NpgsqlConnection connection, RunId run, string text, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "insert into restoredrill.manifest (run_id, content, sha256) values (@run, @content, @sha256) on conflict (run_id) do nothing", connection);
        command.WithText("run", run.Value).With("content", NpgsqlDbType.Bytea, Compressed.Of(text)).WithText("sha256", SourceManifest.DigestOf(text));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>As it is stored: whoever uses it recomputes its digest and compares it with the copy's tag.</summary>
    internal static async Task<(string Text, string Sha256)?> FindAsync(NpgsqlConnection connection, RunId run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select content, sha256 from restoredrill.manifest where run_id = @run", connection);
        command.WithText("run", run.Value);
        var found = await command.ReadAllAsync(static row => (Compressed.Text(row.GetFieldValue<byte[]>(0)), row.GetString(1)), cancellationToken);
        return found is [var manifest] ? manifest : null;
    }
}
