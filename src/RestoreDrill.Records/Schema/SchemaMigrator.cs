using System.Globalization;
using Npgsql;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Schema;

/// <summary>
/// Brings the schema <c>restoredrill</c> to this program's version. Steps only go forward, each in its own transaction and under an
/// advisory lock that ends with it, so two hosts that start at once apply each step once.
/// </summary>
public sealed class SchemaMigrator
{
    private readonly StoreAccess _access;
    private readonly IReadOnlyList<Migration> _known;

    /// <param name="source">The store; stays the caller's.</param>
    public SchemaMigrator(NpgsqlDataSource source)
        : this(source, Migration.All)
    {
    }

    internal SchemaMigrator(NpgsqlDataSource source, IReadOnlyList<Migration> known)
    {
        ArgumentNullException.ThrowIfNull(source);
        _access = new StoreAccess(source);
        _known = known;
    }

    /// <summary>The steps that the store still lacks, in order; changes nothing.</summary>
    /// <exception cref="StoreSchemaException">The store is newer than this program, or a step was edited after it had been applied.</exception>
    /// <exception cref="Core.Runs.StoreUnavailableException">The store cannot be reached.</exception>
    public Task<IReadOnlyList<Migration>> PendingAsync(CancellationToken cancellationToken) =>
        _access.WithConnectionAsync(connection => PendingAsync(connection, cancellationToken), cancellationToken);

    /// <summary>Applies the steps that the store lacks.</summary>
    /// <returns>What this call applied, in order; empty if there was nothing to do or another host did it.</returns>
    /// <exception cref="StoreSchemaException">The store is newer than this program, or a step was edited after it had been applied.</exception>
    /// <exception cref="PostgresException">The store refused a statement, for example for want of rights; that step is undone.</exception>
    /// <exception cref="Core.Runs.StoreUnavailableException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellationToken)
    {
        var applied = new List<Migration>();

        // A role without the right to create anything may start a program whose schema is there already.
        var pending = await PendingAsync(cancellationToken);
        while (pending.Count > 0)
        {
            pending = await _access.InTransactionAsync(
                async connection =>
                {
                    await ExecuteAsync(connection, SchemaSql.Lock, cancellationToken);
                    var lacking = await PendingAsync(connection, cancellationToken);
                    if (lacking.Count == 0)
                    {
                        return lacking;
                    }

                    await ExecuteAsync(connection, SchemaSql.Foundation, cancellationToken);
                    await ExecuteAsync(connection, lacking[0].Sql, cancellationToken);
                    await ExecuteAsync(connection, SchemaSql.Record(lacking[0]), cancellationToken);
                    applied.Add(lacking[0]);
                    return [.. lacking.Skip(1)];
                },
                cancellationToken);
        }

        return applied;
    }

    /// <summary>
    /// All steps as one SQL script for <c>psql</c>, for people who apply schemas by hand. Steps the database already has are skipped, so it
    /// can be run again.
    /// </summary>
    public static string Script() => SchemaSql.Script(Migration.All);

    private async Task<IReadOnlyList<Migration>> PendingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await RequireUnicodeAsync(connection, cancellationToken);
        var applied = await AppliedAsync(connection, cancellationToken);
        var newest = applied.Count == 0 ? 0 : applied.Keys.Max();
        if (newest > _known.Count)
        {
            throw new StoreSchemaException(string.Create(
                CultureInfo.InvariantCulture,
                $"The store's schema has version {newest}, this program knows up to {_known.Count}: a newer RestoreDrill has used it. ")
                + "Nothing was changed. Install that version (or a later one) here too.");
        }

        foreach (var migration in _known)
        {
            if (applied.TryGetValue(migration.Version, out var sha256) && sha256 != migration.Sha256)
            {
                throw new StoreSchemaException(
                    $"Migration {migration} was applied with another text (SHA-256 {sha256}) than this program's ({migration.Sha256}). "
                    + "Nothing was changed. Use the release that made this store, or one after it.");
            }
        }

        return [.. _known.Where(migration => !applied.ContainsKey(migration.Version))];
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new Dictionary<int, string>();

        // Not to_regclass: a session that has looked before would go on not seeing what another host made while this one waited for the lock.
        await using var exists = new NpgsqlCommand(
            "select exists (select from pg_catalog.pg_tables where schemaname = 'restoredrill' and tablename = 'schema_version')", connection);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return applied;
        }

        await using var command = new NpgsqlCommand("select version, sha256 from restoredrill.schema_version", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return applied;
    }

    private static async Task RequireUnicodeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select current_setting('server_encoding')", connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is not "UTF8" and var encoding)
        {
            throw new StoreSchemaException(
                $"The store's database is encoded in {encoding}; names of relations may hold any character, so it has to be UTF8. "
                + "Nothing was changed. Create the database with ENCODING 'UTF8' TEMPLATE template0.");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.CommandTimeout = SchemaSql.TimeoutSeconds;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
