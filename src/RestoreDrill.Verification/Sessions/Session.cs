using System.Data;
using Npgsql;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Verification.Sessions;

/// <summary>
/// One connection to one database. What ends the session throws <see cref="InstanceUnreachableException"/>; what the server says about a statement
/// throws <see cref="PostgresException"/>.
/// </summary>
internal sealed class Session(InstanceLogin login, string database, NpgsqlDataSource source, NpgsqlConnection connection, TimeSpan commandLimit) : IAsyncDisposable
{
    public string Database => database;

    public NpgsqlConnection Connection => connection;

    // Asked once: a connection that the driver closed has no version.
    public int MajorVersion { get; } = connection.PostgreSqlVersion.Major;

    /// <summary>After so many seconds the driver takes the server for gone: some time after it ought to have ended the statement itself.</summary>
    public int CommandSeconds => SessionOpener.Seconds(commandLimit);

    /// <summary>All rows of a query whose parameters are texts, $1 and on.</summary>
    public Task<List<T>> RowsAsync<T>(string what, string sql, Func<NpgsqlDataReader, T> row, CancellationToken ct, params string[] parameters) =>
        GuardAsync(
            what,
            async () =>
            {
                await using var command = Command(sql);
                foreach (var parameter in parameters)
                {
                    command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
                }
                var rows = new List<T>();
                await using var reader = await command.ExecuteReaderAsync(ct);
                while (await reader.ReadAsync(ct))
                {
                    rows.Add(row(reader));
                }
                return rows;
            },
            ct);

    public Task ExecuteAsync(string what, string sql, CancellationToken ct) =>
        GuardAsync(
            what,
            async () =>
            {
                await using var command = Command(sql);
                return await command.ExecuteNonQueryAsync(ct);
            },
            ct);

    /// <summary>Does something on the connection and tells a broken session from an error of the statement.</summary>
    /// <param name="what">What is done, as in "broke while ...".</param>
    /// <param name="work">The work.</param>
    /// <param name="ct">Cancels the statement on the server; then <see cref="OperationCanceledException"/> is thrown, whatever broke.</param>
    public async Task<T> GuardAsync<T>(string what, Func<Task<T>> work, CancellationToken ct)
    {
        try
        {
            // Npgsql closes a connection whose server told of damage or a missing file (SQLSTATE classes XX and 58), though the server would go on. All of a
            // session's settings are in its start-up packet.
            if (connection.FullState is ConnectionState.Broken or ConnectionState.Closed)
            {
                await connection.CloseAsync();
                await connection.OpenAsync(ct);
            }

            return await work();
        }
        catch (Exception e) when (e is PostgresException or NpgsqlException && ct.IsCancellationRequested)
        {
            throw new OperationCanceledException($"Cancelled while {what}.", e, ct);
        }
        catch (Exception e) when (Unreachable.IsBroken(e))
        {
            throw Unreachable.During(login, database, what, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await source.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql) => new(sql, connection) { CommandTimeout = CommandSeconds };
}
