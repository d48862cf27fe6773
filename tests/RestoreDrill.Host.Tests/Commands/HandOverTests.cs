using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Commands;

namespace RestoreDrill.Host.Tests.Commands;

/// <summary>What is said at the end of an emergency restore: what is so, and nothing else.</summary>
public sealed class HandOverTests : RestoreTest
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_proven_is_not_handed_over_and_nothing_is_to_be_attached()
    {
        await ProvenAsync();
        await PlanAsync();
        Line.Reader.Hash = 43;

        Assert.Equal(ExitCodes.DrillFailed, await RunAndTellAsync());

        Assert.Contains("NOT HANDED OVER: what was restored is not proven. Attach nothing to it.", Line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Attach again", Line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("[ ]", Line.Out, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:5432, to look at the data; not for applications", Line.Out, StringComparison.Ordinal);
        Assert.Contains("restoredrill-postgres15, which keeps it from acting on the world; not courses-postgres15", Line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("PASSWORD NOT DELIVERED", Line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instance_that_vanished_is_told_to_have_and_nothing_of_it_is_given()
    {
        await ProvenAsync();
        await PlanAsync();
        await RunAsync(PrintedPlan().GetProperty("phrase").GetString()!);
        var name = Assert.Single(Line.Cloud.Instances.Keys);
        await CutJournalBeforeAsync("reading-catalog");
        await Line.Cloud.RemoveAsync(name, InstallationId.Parse("acme"), RunId.Parse("r00000000001"), Ct);
        Line.In = "654321\n"u8.ToArray();

        Assert.Equal(ExitCodes.DrillFailed, await Line.RunAsync("restore", "run", Plan));

        Assert.Contains($"{name}, WHICH HAS VANISHED", Line.Out, StringComparison.Ordinal);
        Assert.Contains("Find out who deleted it", Line.Out, StringComparison.Ordinal);
        foreach (var gone in new[] { "endpoint", "127.0.0.1", "master password ", "Attach again", "costs money", "modify-db-instance" })
        {
            Assert.DoesNotContain(gone, Line.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Password_that_cannot_be_delivered_is_told_with_the_way_out()
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        Directory.CreateDirectory(Password + ".new");

        Assert.Equal(ExitCodes.Failed, await RunAsync(phrase));
        Assert.Equal(ExitCodes.Failed, await Line.RunAsync("restore", "run", Plan));

        var name = Assert.Single(Line.Cloud.Instances.Keys);
        Assert.Contains("PASSWORD NOT DELIVERED: The master password cannot be delivered to file ", Line.Out, StringComparison.Ordinal);
        Assert.Contains($"aws rds modify-db-instance --db-instance-identifier {name} --manage-master-user-password --apply-immediately", Line.Out, StringComparison.Ordinal);
        Assert.Contains("Attach again", Line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT HANDED OVER", Line.Out, StringComparison.Ordinal);
        Assert.Contains("Give it a master password by the command above.", Line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_granted_in_order_to_read_is_told_with_what_takes_it_back()
    {
        await ProvenAsync();
        await PlanAsync();
        Line.Reader.TakeBack = ["REVOKE \"app\" FROM \"postgres\";"];

        Assert.Equal(ExitCodes.Ok, await RunAndTellAsync());

        Assert.Contains("    REVOKE \"app\" FROM \"postgres\";", Line.Out, StringComparison.Ordinal);
    }

    /// <summary>Carries the plan out, and has it told again to a person.</summary>
    private async Task<int> RunAndTellAsync()
    {
        await RunAsync(PrintedPlan().GetProperty("phrase").GetString()!);
        return await Line.RunAsync("restore", "run", Plan);
    }
}
