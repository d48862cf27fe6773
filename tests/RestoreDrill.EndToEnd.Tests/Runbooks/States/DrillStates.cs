using System.Text.Json.Nodes;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;

namespace RestoreDrill.EndToEnd.Tests.Runbooks.States;

/// <summary>What a drill found, left, or did not do.</summary>
internal static class DrillStates
{
    /// <summary>Two proven copies, of which the newest was damaged since.</summary>
    public static async Task FailAsync(RunbookSite site)
    {
        await site.CopyAndDrillAsync();
        var newest = await site.NewestCopyAsync();
        await site.Control.DamageAsync(
            new SnapshotDamage { Snapshot = newest, Fault = RowFaults.SwapValues, Database = "courses", Table = "students", Column = "credit" }, CancellationToken.None);
        await site.GiveAsync(3, "drill", Workbench.Database);
        site.Set("copy", newest);
    }

    /// <summary>A table was emptied in production between two copies.</summary>
    public static async Task LoseInSourceAsync(RunbookSite site)
    {
        site.Set("copy", await site.NewestCopyAsync());
        await site.Control.ExecuteAsync(RunbookSite.Instance, "source", "billing", "TRUNCATE payments CASCADE", CancellationToken.None);
        await site.CopyAndDrillAsync(exitCode: 3);
    }

    /// <summary>Of three copies the one in the middle lacks a row of the others.</summary>
    public static async Task RevokeAsync(RunbookSite site)
    {
        site.Workbench.Set("Databases:0:Chain", new JsonObject { ["Groups"] = 1_000_000 });
        await site.CopyAndDrillAsync();
        await site.GiveAsync(0, "copy", Workbench.Database);
        await site.Control.DamageAsync(
            new SnapshotDamage { Snapshot = await site.NewestCopyAsync(), Fault = RowFaults.DeleteRow, Database = "billing", Table = "payments" }, CancellationToken.None);
        await site.GiveAsync(0, "drill", Workbench.Database);
        await site.WorkOnAsync();
        await site.CopyAndDrillAsync(exitCode: 3);
    }

    /// <summary>RDS does not come to an end with deleting a scratch instance.</summary>
    public static async Task LeaveScratchBehindAsync(RunbookSite site)
    {
        await site.GiveAsync(0, "copy", Workbench.Database);
        site.Workbench.Set("Timing:Remove", "00:00:04");
        site.Control.Stall(new Stall(site.Workbench.ScratchPrefix + "*", "deleting"));
        await site.GiveAsync(1, "drill", Workbench.Database);
    }

    public static async Task RemoveScratchAsync(RunbookSite site)
    {
        site.Control.Release();
        await site.Cloud.UntilGoneAsync(site.Workbench.ScratchPrefix);
    }

    /// <summary>A schedule that a service began to follow, and then no service for hours.</summary>
    public static async Task MissAsync(RunbookSite site)
    {
        site.Workbench.ForService();
        foreach (var kind in new[] { "Copy", "Drill" })
        {
            var half = (TimeProvider.System.GetUtcNow().Minute + 30) % 60;
            site.Workbench.Set($"Databases:0:Schedule:{kind}:Cron", $"{half} * * * *");
            site.Workbench.Set($"Databases:0:Schedule:{kind}:Grace", "00:01:00");
        }

        await using (var service = await ServiceProcess.StartAsync(site.Workbench))
        {
            await service.Dashboard.TriggerAsync("watch");
            await site.UntilAsync("SELECT count(*) FROM restoredrill.schedule", 2);
            await service.StopAsync();
        }

        await site.AskAsync("WITH moved AS (UPDATE restoredrill.schedule SET since = since - interval '3 hours' RETURNING 1) SELECT count(*) FROM moved");
    }
}
