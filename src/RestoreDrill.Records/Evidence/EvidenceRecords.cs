using Npgsql;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Evidence;

/// <summary>The records of finished runs.</summary>
internal static class EvidenceRecords
{
    internal static async Task AddAsync(NpgsqlConnection connection, EvidenceRecord record, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "insert into restoredrill.evidence (run_id, document, sha256) values (@run, @document, @sha256)", connection);
        command.WithText("run", record.Run.Value).WithText("document", record.Document).WithText("sha256", record.Sha256);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static async Task<EvidenceRecord?> FindAsync(NpgsqlConnection connection, RunId run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select document, sha256 from restoredrill.evidence where run_id = @run", connection);
        command.WithText("run", run.Value);
        var found = await command.ReadAllAsync(row => new EvidenceRecord(run, row.GetString(0), row.GetString(1)), cancellationToken);
        if (found is not [var record])
        {
            return null;
        }

        StoredDocument.RequireIntact(record.Document, record.Sha256, $"the evidence of run {run}");
        return record;
    }
}
