using Npgsql;
using NpgsqlTypes;

namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>The table that a damage strikes.</summary>
/// <param name="Oid">Its OID.</param>
/// <param name="Name">Schema and name, quoted.</param>
/// <param name="File">Its first file, below the data directory.</param>
/// <param name="ToastFile">That of its out-of-line values; null without.</param>
/// <param name="Row">A row in the middle of it; null when it is empty.</param>
internal sealed record DamageTarget(uint Oid, string Name, string File, string? ToastFile, RowPlace? Row)
{
    public RowPlace AnyRow => Row ?? throw new InvalidOperationException($"{Name} has no row that could be damaged.");

    public static async Task<DamageTarget> FindAsync(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.oid, format('%I.%I', n.nspname, c.relname), pg_relation_filepath(c.oid), pg_relation_filepath(nullif(c.reltoastrelid, 0))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND (c.oid = $1::regclass OR c.oid IN (SELECT relid FROM pg_partition_tree($1::regclass)))
            ORDER BY pg_relation_size(c.oid) DESC LIMIT 1
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (await reader.ReadAsync(ct))
            {
                var found = new DamageTarget(
                    reader.GetFieldValue<uint>(0), reader.GetString(1), reader.GetString(2), await reader.IsDBNullAsync(3, ct) ? null : reader.GetString(3), null);
                await reader.CloseAsync();
                return found with { Row = await MiddleRowAsync(connection, found.Name, ct) };
            }
        }

        throw new ArgumentException($"{table} is not a table.");
    }

    /// <summary>Columns that no index, key or generation touches.</summary>
    public Task<List<string>> FreeColumnsAsync(NpgsqlConnection connection, CancellationToken ct) => NamesAsync(
        connection,
        """
        SELECT attname::text FROM pg_attribute a
        WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
          AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey::int2[]))
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND a.attnum = ANY (k.conkey))
        ORDER BY attnum
        """,
        ct);

    /// <summary>What a query names about this table, whose OID is its parameter.</summary>
    public async Task<List<string>> NamesAsync(NpgsqlConnection connection, string query, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(query, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = Oid, NpgsqlDbType = NpgsqlDbType.Oid });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>The one thing that a query names about this table.</summary>
    public async Task<string> NameAsync(NpgsqlConnection connection, string what, string query, CancellationToken ct) =>
        (await NamesAsync(connection, query, ct)).FirstOrDefault() ?? throw new ArgumentException($"{Name} has no {what}.");

    private static async Task<RowPlace?> MiddleRowAsync(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT ctid FROM ONLY {name} ORDER BY ctid LIMIT 1 OFFSET (SELECT count(*) / 2 FROM ONLY {name})", connection);
        return await command.ExecuteScalarAsync(ct) is NpgsqlTid tid ? new RowPlace((int)tid.BlockNumber, tid.OffsetNumber) : null;
    }
}
