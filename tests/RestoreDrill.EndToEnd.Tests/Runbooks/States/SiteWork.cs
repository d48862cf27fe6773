using Npgsql;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks.States;

/// <summary>What states are made of.</summary>
internal static class SiteWork
{
    /// <summary>Isolates the accounts as <c>isolation apply</c> does.</summary>
    public static Task<IsolatedOrganisation> IsolateAsync(this RunbookSite site) => IsolatedOrganisation.SetUpAsync(site.Workbench);

    /// <param name="site">Where.</param>
    /// <param name="exitCode">How the drill ends.</param>
    public static async Task CopyAndDrillAsync(this RunbookSite site, int exitCode = 0)
    {
        await site.GiveAsync(0, "copy", Workbench.Database);
        await site.WorkOnAsync();
        await site.GiveAsync(exitCode, "drill", Workbench.Database);
    }

    /// <summary>The newest copy in the locked vault.</summary>
    public static async Task<string> NewestCopyAsync(this RunbookSite site) =>
        (await Cloud.CopiesAsync(site.Cloud.Vault, site.Workbench.Installation)).OrderBy(static copy => copy.OriginalSnapshotCreateTime ?? copy.SnapshotCreateTime).Last().DBSnapshotIdentifier;

    /// <summary>A statement of production's owner.</summary>
    public static async Task InProductionAsync(this RunbookSite site, string database, string statement)
    {
        var master = await site.Cloud.MasterAsync(RunbookSite.Instance);
        master.Database = database;
        await using var connection = new NpgsqlConnection(master.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Production runs transactions of its own: more than a restored instance does.</summary>
    public static Task WorkOnAsync(this RunbookSite site) =>
        site.InProductionAsync("postgres", "DO $$ BEGIN FOR i IN 1..300 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");

    /// <summary>Another database for the store, without any table.</summary>
    public static async Task UseEmptyStoreAsync(this RunbookSite site) => site.Workbench.Set(
        "Store:ConnectionString", await site.Shared.Stores.CreateDatabaseAsync($"{site.Store}_new", CancellationToken.None));

    public static Task<long> AskAsync(this RunbookSite site, string sql) => site.Workbench.AskStoreAsync<long>(sql);

    /// <summary>Waits until the store gives that number.</summary>
    public static async Task UntilAsync(this RunbookSite site, string sql, long wanted)
    {
        for (var i = 0; await site.AskAsync(sql) != wanted; i++)
        {
            if (i == 150)
            {
                throw new TimeoutException($"Not {wanted} in 30 s: {sql}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
        }
    }
}
