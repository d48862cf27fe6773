using Amazon.RDS.Model;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Incident.Destruction;

namespace RestoreDrill.EndToEnd.Tests.Runbooks.States;

/// <summary>Production is gone, and with it all but the vault account.</summary>
internal static class EmergencyStates
{
    private const string ManualSnapshot = "courses-prod-before-migration";
    private const string Nobody = "Host=127.0.0.1;Port=9;Username=restoredrill;Password=gone;Database=restoredrill;Timeout=1";

    /// <summary>
    /// Production is destroyed with everything in its account, and the service and its store are lost. What is left is the configuration,
    /// the credentials of a user of the vault account, and the user's device.
    /// </summary>
    public static async Task LoseProductionAsync(RunbookSite site)
    {
        await site.Cloud.Source.CreateDBSnapshotAsync(new CreateDBSnapshotRequest { DBInstanceIdentifier = RunbookSite.Instance, DBSnapshotIdentifier = ManualSnapshot });
        while ((await site.Cloud.Source.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { DBSnapshotIdentifier = ManualSnapshot })).DBSnapshots.Single().Status != "available"
            || (await site.Cloud.Source.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = RunbookSite.Instance })).DBInstances.Single().DBInstanceStatus != "available")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        }

        await DestroyAsync(site);
        KeepCredentialsOf(site, "vault");
        site.Workbench.Set("Store:ConnectionString", Nobody);
        site.Values["plan"] = static shown => Task.FromResult(Shown(shown, "run restoredrill restore run"));
        site.Values["phrase"] = static shown => Task.FromResult(Shown(shown, "it asks for"));
        var used = string.Empty;
        site.Values["code"] = _ => Task.FromResult(used = FreshCode(site, used));
    }

    /// <summary>A restore by another plan, whose process was killed while it was at work.</summary>
    public static async Task InterruptAsync(RunbookSite site)
    {
        const string plan = "interrupted.plan.json";
        var program = $"dotnet '{Programs.RestoreDrill}' restore";
        var (code, planned) = await BlockRunner.RunAsync(
            site.Workbench.WorkingDirectory, $"{program} plan {Workbench.Database} --file {plan}", [await site.FillInAsync("<code>", string.Empty)]);
        Assert.True(code == 0, planned);
        var (_, begun) = await BlockRunner.RunAsync(
            site.Workbench.WorkingDirectory,
            $"{program} run {plan} <&0 &\nuntil grep -qs '\"phase\":\"taking-control\"' {plan}.journal; do sleep 0.05; done\nkill -9 $!\nwait || true",
            [Shown(planned, "it asks for"), await site.FillInAsync("<code>", string.Empty)]);
        Assert.DoesNotContain("Hand-over", begun, StringComparison.Ordinal);
        site.Set("plan", plan);
    }

    /// <summary>A PostgreSQL for the store is there again, with RestoreDrill's tables.</summary>
    public static async Task MakeStoreAgainAsync(RunbookSite site)
    {
        await site.UseEmptyStoreAsync();
        await site.GiveAsync(0, "db", "migrate");
    }

    private static async Task DestroyAsync(RunbookSite site)
    {
        using var source = new Hands("source administrator", site.Workbench.Sandbox, site.Workbench.Sandbox.CredentialsOf("source"));
        var attempts = await Attempt.MakeAllAsync(SourceDestruction.Of(RunbookSite.Instance, ManualSnapshot, site.Workbench.Installation), source);
        Assert.All(attempts, static attempt => Assert.True(attempt.Refused is null, attempt.Answer));
        for (var i = 0; await SourceDestruction.LeftAsync(source) is { Count: > 0 } left; i++)
        {
            Assert.True(i < 100, string.Join(", ", left));
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        await SourceDestruction.Leave.DoAsync(source);
    }

    /// <summary>Whoever follows the runbook has the keys of one account, and of no other.</summary>
    private static void KeepCredentialsOf(RunbookSite site, string account)
    {
        var kept = Path.Combine(site.Workbench.WorkingDirectory, "credentials");
        var mine = File.ReadAllLines(site.Workbench.Sandbox.CredentialsFile).SkipWhile(line => line.Trim() != $"[{account}]").ToList();
        File.WriteAllLines(kept, [mine[0], .. mine.Skip(1).TakeWhile(static line => !line.TrimStart().StartsWith('['))]);
        site.Workbench.Set("Vault:CredentialsFile", kept);
        site.Workbench.Set("Source:CredentialsFile", kept);
        site.Workbench.Set("Isolation:CredentialsFile", Path.Combine(site.Workbench.WorkingDirectory, "of-somebody-else"));
    }

    /// <summary>What the last line that begins with these words goes on with.</summary>
    private static string Shown(string shown, string words) =>
        OutputMatcher.Plain(shown).LastOrDefault(line => line.StartsWith(words + " ", StringComparison.Ordinal))?[(words.Length + 1)..]
            ?? throw new InvalidOperationException($"No line that begins with '{words}' was shown.");

    /// <summary>A code counts once: whoever needs another one waits until the device shows it.</summary>
    private static string FreshCode(RunbookSite site, string used)
    {
        var code = site.Control.MfaCodes.Single(static code => code.Account == "222222222222");
        if (code.Code == used)
        {
            site.Control.Advance(TimeSpan.FromSeconds(30));
            code = site.Control.MfaCodes.Single(static code => code.Account == "222222222222");
        }

        return code.Code;
    }
}
