using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.Fingerprints;
using RestoreDrill.Verification.OldRows;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Tests.OldRows;

/// <summary>How the server carries out what is asked of it.</summary>
internal static class Explained
{
    /// <summary>The plan, with what it met, of reading a range block by block.</summary>
    public static async Task<string> OldRowsAsync(InstanceLogin login, RelationName relation, long first, long end, CancellationToken ct)
    {
        await using var session = await OpenAsync(login, relation.Database, SessionPurpose.Reading, ct);
        var shape = (await ShapeQuestion.AskAsync(session, relation, ct))!;
        var sql = OldRowFormula.Sums(shape, first, end, 1, new OldRowLimit(5000, "0/0", default), 1, session.MajorVersion);
        return string.Join('\n', await session.RowsAsync("explaining", $"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) {sql}", static row => row.GetString(0), ct));
    }

    /// <summary>Whether the server takes the id for older than the limit.</summary>
    public static async Task<bool> IsOldAsync(InstanceLogin login, OldRowLimit limit, uint xid, CancellationToken ct)
    {
        await using var session = await OpenAsync(login, "postgres", SessionPurpose.Listing, ct);
        var answer = await session.RowsAsync(
            "asking", $"SELECT {OldRowFormula.IsOld("t", limit)} FROM (SELECT $1::xid AS xmin) t", static row => row.GetBoolean(0), ct, $"{xid}");
        return Assert.Single(answer);
    }

    private static Task<Session> OpenAsync(InstanceLogin login, string database, SessionPurpose purpose, CancellationToken ct) =>
        new SessionOpener(new ReaderOptions(), TimeProvider.System).OpenAsync(login, database, purpose, ct);
}
