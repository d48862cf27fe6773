using Npgsql;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.Soak;

/// <summary>The runs and incidents of the store, read whenever it is there.</summary>
internal sealed class RunBook(Workbench workbench)
{
    public Task<IReadOnlyList<StoredRun>> RunsAsync() => PatientlyAsync(() => StoredRun.AllAsync(workbench.Store));

    public async Task<IReadOnlyList<StoredRun>> RunsAsync(string kind, string database) =>
        [.. (await RunsAsync()).Where(run => run.Kind == kind && run.Database == database)];

    public Task<IReadOnlyList<string>> IncidentsAsync() => PatientlyAsync(workbench.IncidentsAsync);

    private static async Task<T> PatientlyAsync<T>(Func<Task<T>> ask)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await ask();
            }
            catch (NpgsqlException) when (i < 300)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
            }
        }
    }
}
