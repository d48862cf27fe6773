using System.Globalization;
using Npgsql;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Faults of content that every page, checksum and index agrees with.</summary>
public static class RowFaults
{
    /// <summary>One row of a table is gone.</summary>
    public static SnapshotFault DeleteRow { get; } = Rows("deleteRow", "One row of a table is gone.", async (session, target, scene, ct) =>
    {
        await ExecuteAsync(session, $"DELETE FROM ONLY {target.Name} WHERE ctid = (SELECT ctid FROM ONLY {target.Name} ORDER BY ctid LIMIT 1)", 1, ct);
        return $"One row of {scene.Database}.{target.Name} was deleted in {scene.Snapshot}.";
    });

    /// <summary>All rows of a table are gone; the table stays.</summary>
    public static SnapshotFault TruncateTable { get; } = Rows("truncateTable", "All rows of a table are gone; the table stays.", async (session, target, scene, ct) =>
    {
        var rows = await ExecuteAsync(session, $"DELETE FROM ONLY {target.Name}", null, ct);
        return string.Create(CultureInfo.InvariantCulture, $"All {rows} rows of {scene.Database}.{target.Name} were deleted in {scene.Snapshot}.");
    });

    /// <summary>Two rows have exchanged the values of one column: every count and sum is as before.</summary>
    public static SnapshotFault SwapValues { get; } = Rows(
        "swapValues", "Two rows have exchanged the values of one column (`column`, or any that no index has): every count and sum is as before.",
        async (session, target, scene, ct) =>
        {
            var column = await SwapAsync(session, target, scene.Damage.Column, ct);
            return $"Two rows of {scene.Database}.{target.Name} exchanged their {column} in {scene.Snapshot}.";
        });

    /// <summary>A number has one more decimal place: equal to what it was, but not the same.</summary>
    public static SnapshotFault ChangeScale { get; } = Rows("changeScale", "A number (`column`) has one more decimal place, 1.250 for 1.25: equal, but not the same.", async (session, target, scene, ct) =>
    {
        var name = Sql.Name(scene.Column);
        await ExecuteAsync(
            session,
            $"UPDATE ONLY {target.Name} SET {name} = ({name}::text || '0')::numeric WHERE ctid = (SELECT ctid FROM ONLY {target.Name} WHERE scale({name}) > 0 ORDER BY ctid LIMIT 1)",
            1,
            ct);
        return $"One {scene.Column} of {scene.Database}.{target.Name} has another scale in {scene.Snapshot}.";
    });

    /// <summary>Two rows have the same primary key, and the index knows both.</summary>
    public static SnapshotFault DuplicateKey { get; } = Rows("duplicateKey", "A row is there twice, primary key and all, and the index knows both.", async (session, target, scene, ct) =>
    {
        const string Unique = "UPDATE pg_index SET indisunique = {0} WHERE indrelid = '{1}'::regclass AND indisprimary";
        await ExecuteAsync(session, string.Format(CultureInfo.InvariantCulture, Unique, "false", target.Name), 1, ct);
        await ExecuteAsync(session, $"INSERT INTO {target.Name} OVERRIDING SYSTEM VALUE SELECT * FROM ONLY {target.Name} ORDER BY 1 LIMIT 1", 1, ct);
        await ExecuteAsync(session, string.Format(CultureInfo.InvariantCulture, Unique, "true", target.Name), 1, ct);
        return $"One row of {scene.Database}.{target.Name} is there twice in {scene.Snapshot}.";
    });

    /// <summary>A row is gone that rows of the table refer to.</summary>
    public static SnapshotFault OrphanForeignKey { get; } = Rows("orphanForeignKey", "A row is gone that a row of the table refers to by a foreign key.", async (session, target, scene, ct) =>
    {
        var statement = await target.NameAsync(
            session,
            "foreign key",
            """
            SELECT format('DELETE FROM %s WHERE %I = (SELECT %I FROM %s WHERE %3$I IS NOT NULL ORDER BY ctid LIMIT 1)', k.confrelid::regclass, far.attname, near.attname, k.conrelid::regclass)
            FROM pg_constraint k
            JOIN pg_attribute far ON far.attrelid = k.confrelid AND far.attnum = k.confkey[1]
            JOIN pg_attribute near ON near.attrelid = k.conrelid AND near.attnum = k.conkey[1]
            WHERE k.contype = 'f' AND k.conrelid = $1 ORDER BY k.conname
            """,
            ct);
        await ExecuteAsync(session, statement, 1, ct);
        return $"A row that {scene.Database}.{target.Name} refers to was deleted in {scene.Snapshot}.";
    });

    /// <summary>A large object is gone.</summary>
    public static SnapshotFault RemoveLargeObject { get; } = new("removeLargeObject", "A large object is gone.", async (scene, ct) =>
    {
        await using var session = await scene.ConnectAsync(scene.Database, ct);
        await ExecuteAsync(session, "DELETE FROM pg_largeobject WHERE loid = (SELECT min(oid) FROM pg_largeobject_metadata)", null, ct);
        await ExecuteAsync(session, "DELETE FROM pg_largeobject_metadata WHERE oid = (SELECT min(oid) FROM pg_largeobject_metadata)", 1, ct);
        return $"A large object of {scene.Database} was removed in {scene.Snapshot}.";
    });

    internal static IReadOnlyList<SnapshotFault> All { get; } = [DeleteRow, TruncateTable, SwapValues, ChangeScale, DuplicateKey, OrphanForeignKey, RemoveLargeObject];

    private static SnapshotFault Rows(string name, string summary, Func<NpgsqlConnection, DamageTarget, FaultScene, CancellationToken, Task<string>> strike) =>
        new(name, summary, async (scene, ct) =>
        {
            await using var session = await scene.ConnectAsync(scene.Database, ct);
            return await strike(session, await DamageTarget.FindAsync(session, scene.Table, ct), scene, ct);
        });

    /// <summary>Exchanges two values; returns the column's name.</summary>
    private static async Task<string> SwapAsync(NpgsqlConnection connection, DamageTarget target, string? wanted, CancellationToken ct)
    {
        foreach (var column in wanted is null ? await target.FreeColumnsAsync(connection, ct) : [wanted])
        {
            var name = Sql.Name(column);
            await using var command = new NpgsqlCommand(
                $"""
                 WITH one AS (SELECT ctid, {name} AS v FROM ONLY {target.Name} WHERE {name} IS NOT NULL ORDER BY ctid LIMIT 1),
                      other AS (SELECT t.ctid, t.{name} AS v FROM ONLY {target.Name} t, one
                                WHERE t.{name} IS NOT NULL AND t.{name}::text <> one.v::text ORDER BY t.ctid LIMIT 1)
                 UPDATE ONLY {target.Name} t SET {name} = CASE WHEN t.ctid = one.ctid THEN other.v ELSE one.v END
                 FROM one, other WHERE t.ctid IN (one.ctid, other.ctid)
                 """, connection);
            if (await command.ExecuteNonQueryAsync(ct) == 2)
            {
                return column;
            }
        }

        throw new InvalidOperationException($"No column of {target.Name} has two different values that could be exchanged.");
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string statement, int? rows, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        var changed = await command.ExecuteNonQueryAsync(ct);
        if (changed == 0 || (rows is not null && changed != rows))
        {
            throw new InvalidOperationException($"The damage struck {changed} rows: {statement}");
        }

        return changed;
    }
}
