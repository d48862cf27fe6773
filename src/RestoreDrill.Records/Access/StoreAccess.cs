using Npgsql;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Records.Access;

/// <summary>Opens a connection for one piece of work and says in a person's words what went wrong with it.</summary>
internal sealed class StoreAccess(NpgsqlDataSource source)
{
    private readonly string _place = Place(source.ConnectionString);

    /// <summary>Runs <paramref name="work"/> on a connection of its own.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached or cannot answer now.</exception>
    /// <exception cref="StoreSchemaException">The store's tables are missing or not those of this program.</exception>
    internal async Task<T> WithConnectionAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await work(connection);
        }
        catch (Exception exception) when (StoreTrouble.MayPass(exception))
        {
            throw new StoreUnavailableException(
                $"RestoreDrill's own store ({_place}) does not answer: {StoreTrouble.Describe(exception).TrimEnd('.')}. What was being saved is there as a "
                + "whole or not at all, and all that was saved before is safe. Check that the server runs and can be reached; then what was "
                + "under way goes on where it stopped.",
                exception);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedTable
            or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedColumn)
        {
            throw new StoreSchemaException(
                $"RestoreDrill's own store ({_place}) lacks tables of this version: {StoreTrouble.Describe(exception)}. "
                + "Nothing was saved. Run `restoredrill db migrate`, then try again.",
                exception);
        }
    }

    /// <inheritdoc cref="WithConnectionAsync{T}"/>
    internal Task<T> InTransactionAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken) =>
        WithConnectionAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var result = await work(connection);
                await transaction.CommitAsync(cancellationToken);
                return result;
            },
            cancellationToken);

    private static string Place(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"PostgreSQL at {settings.Host}:{settings.Port}, database {settings.Database ?? settings.Username}";
    }
}
