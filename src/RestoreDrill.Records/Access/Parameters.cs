using Npgsql;
using NpgsqlTypes;

namespace RestoreDrill.Records.Access;

/// <summary>Adds parameters with their types, so that a null needs no guess by the server.</summary>
internal static class Parameters
{
    internal static NpgsqlCommand With(this NpgsqlCommand command, string name, NpgsqlDbType type, object? value)
    {
        command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
        return command;
    }

    internal static NpgsqlCommand WithText(this NpgsqlCommand command, string name, string? value) =>
        command.With(name, NpgsqlDbType.Text, value);

    internal static NpgsqlCommand WithTexts(this NpgsqlCommand command, string name, IEnumerable<string?> values) =>
        command.With(name, NpgsqlDbType.Array | NpgsqlDbType.Text, values.ToArray());

    /// <summary>Every row through <paramref name="read"/>, in the server's order.</summary>
    internal static async Task<List<T>> ReadAllAsync<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    internal static string? TextOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    internal static DateTimeOffset? TimeOrNull(this NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
