using Npgsql;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>
/// Holds a run at an exact point: a trigger in the store blocks the statement that would take it past. What the process has done up to there
/// is done; what it was about to save is not saved.
/// </summary>
public sealed class PhaseGate : IAsyncDisposable
{
    private const long Key = 4711;

    private readonly NpgsqlConnection _holder;

    private PhaseGate(NpgsqlConnection holder) => _holder = holder;

    /// <summary>
    /// Moves the gate into other phases, after the only process that used the store was killed: all its sessions end without having saved, those too that stood
    /// behind one at the gate. What comes next goes on as far as the new place.
    /// </summary>
    public async Task MoveIntoAsync(params (string Kind, string Phase)[] places)
    {
        await ExecuteAsync(FunctionOf(InsideOf(places)));
        await ExecuteAsync("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    /// <summary>Blocks the save by which the run would enter a phase: the step before it is done but not saved.</summary>
    public static Task<PhaseGate> BeforeEnteringIsSavedAsync(Workbench workbench, string phase) =>
        CloseAsync(workbench, $"NEW.phase = '{phase}' AND OLD.phase <> '{phase}'");

    /// <summary>Blocks the first thing that happens to a run in a phase: the phase is saved, nothing of it is done.</summary>
    public static Task<PhaseGate> InsideAsync(Workbench workbench, string phase) => CloseAsync(workbench, InsideOf(phase));

    /// <summary>Blocks a run of each of these kinds in a phase of its own.</summary>
    public static Task<PhaseGate> InsideAsync(Workbench workbench, params (string Kind, string Phase)[] places) => CloseAsync(workbench, InsideOf(places));

    /// <summary>Waits until so many runs stand at the gate.</summary>
    public async Task WaitForArrivalAsync(int runs = 1)
    {
        for (var i = 0; i < 3000; i++)
        {
            if (await ScalarAsync<long>(
                $"""
                SELECT count(*) FROM pg_locks
                WHERE locktype = 'advisory' AND objid = {Key} AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """) >= runs)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"Not {runs} runs came to the gate in 60 s.");
    }

    /// <summary>Opens the gate. Sessions that stood at it (of processes that were killed) end without having saved.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var tries = 1; ; tries++)
        {
            await EndWaitingSessionsAsync();
            try
            {
                await ExecuteAsync("DROP TRIGGER gate ON restoredrill.run; DROP FUNCTION gate()");
                break;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && tries < 5)
            {
                // Somebody came to the gate while it was taken down.
                continue;
            }
        }

        await _holder.DisposeAsync();
    }

    private static async Task<PhaseGate> CloseAsync(Workbench workbench, string condition)
    {
        var holder = new NpgsqlConnection(workbench.Store);
        await holder.OpenAsync();
        var gate = new PhaseGate(holder);
        await gate.ExecuteAsync($"SELECT pg_advisory_lock({Key})");
        await gate.ExecuteAsync(FunctionOf(condition) + "CREATE TRIGGER gate BEFORE UPDATE ON restoredrill.run FOR EACH ROW EXECUTE FUNCTION gate();");
        return gate;
    }

    private static string InsideOf(string phase) => $"OLD.phase = '{phase}'";

    private static string InsideOf((string Kind, string Phase)[] places) =>
        string.Join(" OR ", places.Select(static place => $"OLD.kind = '{place.Kind}' AND OLD.phase = '{place.Phase}'"));

    private static string FunctionOf(string condition) =>
        $"""
        CREATE OR REPLACE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS $gate$
        BEGIN
            IF {condition} THEN PERFORM pg_advisory_xact_lock({Key}); END IF;
            RETURN NEW;
        END $gate$;
        """;

    private Task EndWaitingSessionsAsync() => ExecuteAsync(
        $"""
        SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
        WHERE locktype = 'advisory' AND objid = {Key} AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _holder);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _holder);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
