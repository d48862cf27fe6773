using Npgsql;

namespace RestoreDrill.Sandbox.Control;

/// <summary>The table that a damage strikes.</summary>
/// <param name="Oid">Its OID.</param>
/// <param name="Name">Schema and name, quoted.</param>
/// <param name="File">Its first file, below the data directory.</param>
internal sealed record DamageTarget(uint Oid, string Name, string File)
{
    public static async Task<DamageTarget> FindAsync(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.oid, format('%I.%I', n.nspname, c.relname), pg_relation_filepath(c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND (c.oid = $1::regclass OR c.oid IN (SELECT relid FROM pg_partition_tree($1::regclass)))
            ORDER BY pg_relation_size(c.oid) DESC LIMIT 1
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new DamageTarget(reader.GetFieldValue<uint>(0), reader.GetString(1), reader.GetString(2))
            : throw new ArgumentException($"{table} is not a table.");
    }

    /// <summary>Columns that no index, key or generation touches.</summary>
    public async Task<List<string>> FreeColumnsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT attname::text FROM pg_attribute a
            WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
              AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey::int2[]))
              AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND a.attnum = ANY (k.conkey))
            ORDER BY attnum
            """, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = Oid, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Oid });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }
}
