using Npgsql;

namespace RestoreDrill.Verification.Structures;

/// <summary>What probes of an index have in common: the planner has to use it, or nothing is said about it.</summary>
internal static class IndexUse
{
    /// <summary>A hash of a row's place, for adding up which rows an index leads to.</summary>
    public static string TidHash(Inquiry inquiry) =>
        inquiry.MajorVersion >= 14 ? "hashtidextended(ctid, 0)" : "hashtextextended(ctid::text COLLATE \"C\", 0)";

    /// <summary>Whether the planner uses the index, if need be for want of any other: those are dropped until the savepoint is rolled back to.</summary>
    public static async Task<bool> IsForcedAsync(
        Inquiry inquiry, IndexDescription index, string sql, Func<List<(string Node, string Index, bool HasCondition)>, bool> uses, CancellationToken ct)
    {
        if (uses(await Plan.ScansAsync(inquiry, sql, ct)))
        {
            return true;
        }
        try
        {
            await inquiry.KeptAsync(() => DropOthersAsync(inquiry, index, ct), ct);
        }
        catch (PostgresException)
        {
            // Whoever may not drop them, or cannot because a partitioned index requires one, has no probe, and says so.
            return false;
        }
        return uses(await Plan.ScansAsync(inquiry, sql, ct));
    }

    private static async Task DropOthersAsync(Inquiry inquiry, IndexDescription index, CancellationToken ct)
    {
        var drops = await inquiry.RowsAsync(
            $"probing {index.Name}",
            $"""
            SELECT coalesce((SELECT format('ALTER TABLE {index.Table.Replace("'", "''", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal)} DROP CONSTRAINT %I CASCADE', k.conname)
                             FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')),
                            format('DROP INDEX %I.%I', n.nspname, x.relname))
            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
            WHERE i.indrelid = (SELECT o.indrelid FROM pg_index o WHERE o.indexrelid = {index.Oid}) AND i.indexrelid <> {index.Oid}
            """,
            static row => row.GetString(0),
            ct);
        foreach (var drop in drops)
        {
            await inquiry.ExecuteAsync($"probing {index.Name}", drop, ct);
        }
    }
}
