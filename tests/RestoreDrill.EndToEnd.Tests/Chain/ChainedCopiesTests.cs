using System.Text.Json.Nodes;
using Npgsql;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;

namespace RestoreDrill.EndToEnd.Tests.Chain;

/// <summary>Copies of one source are compared with each other; nobody logs in to the source.</summary>
public sealed class ChainedCopiesTests(SharedSandbox shared)
{
    [Fact]
    public async Task Copy_that_lacks_a_row_of_its_neighbours_loses_its_proof_when_the_next_one_is_drilled()
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        workbench.Set("Databases:0:Chain", new JsonObject { ["Groups"] = 1_000_000 });
        await CopyAndDrillAsync(workbench, 0);

        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        var damaged = await workbench.NewestCopyAsync();
        await shared.Sandbox.Control.DamageAsync(
            new SnapshotDamage { Snapshot = damaged, Fault = RowFaults.DeleteRow, Database = "billing", Table = "payments" }, CancellationToken.None);
        var blind = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(0);
        await WorkOnAsync();
        var found = await CopyAndDrillAsync(workbench, 3);

        Assert.Contains("matches its source", blind.Everything, StringComparison.Ordinal);
        Assert.Contains("billing.public.payments", found.Everything, StringComparison.Ordinal);
        Assert.EndsWith($":{damaged}", await workbench.AskStoreAsync<string>("SELECT copy_arn FROM restoredrill.revocation"), StringComparison.Ordinal);
        var status = await workbench.RunAsync("status");
        Assert.Contains(damaged, status.Everything, StringComparison.Ordinal);
        var explained = await workbench.RunAsync("explain", await workbench.AskStoreAsync<string>($"SELECT id FROM restoredrill.run WHERE outcome = 'pass' AND state ->> 'copyName' = '{damaged}'"));
        Assert.Contains("Pass, revoked", explained.Everything, StringComparison.Ordinal);
        var again = (await workbench.RunAsync("drill", Workbench.Database, "--copy", damaged)).MustExit(3);
        Assert.Contains("revoked", again.Everything, StringComparison.Ordinal);
    }

    private async Task<CommandResult> CopyAndDrillAsync(Workbench workbench, int exit)
    {
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        await WorkOnAsync();
        return (await workbench.RunAsync("drill", Workbench.Database)).MustExit(exit);
    }

    /// <summary>The source runs transactions of its own: more than a restored instance does.</summary>
    private async Task WorkOnAsync()
    {
        var master = await shared.Cloud.MasterAsync(SharedSandbox.Instance);
        await using var connection = new NpgsqlConnection(master.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("DO $$ BEGIN FOR i IN 1..300 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$", connection);
        await command.ExecuteNonQueryAsync();
    }
}
