using RestoreDrill.Core.Cloud;
using RestoreDrill.Host.Commands;

namespace RestoreDrill.Host.Tests.Commands;

/// <summary>The command that goes on is named in full wherever an emergency restore stops.</summary>
public sealed class RestoreAgainTests : RestoreTest
{
    private string Config => $" --config {Line.Configuration.Save()}";

    private string Again => $"restoredrill restore run {Plan}{Config}";

    [Fact]
    public async Task Plan_prints_the_command_with_its_configuration()
    {
        await ProvenAsync();
        Line.In = "123456\n"u8.ToArray();

        await Line.RunAsync("restore", "plan", "courses", "--file", Plan);

        Assert.Contains($" {Again}\n", Line.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_a_shell_would_take_apart_are_quoted()
    {
        await ProvenAsync();
        var file = Path.Combine(Line.Configuration.Folder, "maria's plan.json");
        Line.In = "123456\n"u8.ToArray();

        await Line.RunAsync("restore", "plan", "courses", "--file", file);

        Assert.Contains($"restoredrill restore run '{file.Replace("'", @"'\''", StringComparison.Ordinal)}'{Config}", Line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, ExitCodes.Cancelled)]
    [InlineData(false, ExitCodes.Failed)]
    public async Task Ctrl_C_and_a_defect_name_the_same_command_and_no_other(bool isCancelled, int exitCode)
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        Line.Cloud.SignInTrouble = isCancelled ? new OperationCanceledException() : new InvalidOperationException("a defect");

        Assert.Equal(exitCode, await RunAsync(phrase));

        Assert.Contains("Nothing was begun, and nothing was changed.", Line.Error, StringComparison.Ordinal);
        AssertNothingDone();
        AssertAgain();

        Line.Cloud.SignInTrouble = null;
        await RunAsync(phrase);
        await CutJournalBeforeAsync("reading-catalog");
        Line.Cloud.SignInTrouble = isCancelled ? new OperationCanceledException() : new InvalidOperationException("a defect");

        Assert.Equal(exitCode, await Line.RunAsync("restore", "run", Plan));

        Assert.Contains("what was done is in the journal beside the plan", Line.Error, StringComparison.Ordinal);
        AssertAgain();

        Assert.Equal(exitCode, await Line.RunAsync("restore", "plan", "courses", "--before", "2026-04-01T00:00:00Z", "--name", "rd-restored-acme-x"));
        Assert.Contains($"repeat the command: restoredrill restore plan courses --before 2026-04-01T00:00:00Z --name rd-restored-acme-x{Config}", Line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_name_the_command_with_its_configuration()
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        var copies = Line.Cloud.InVault.ToList();
        Line.Cloud.InVault.Clear();

        Assert.Equal(ExitCodes.SafetyRule, await RunAsync(phrase));
        Assert.Contains($"restoredrill restore plan courses{Config}", Line.Error, StringComparison.Ordinal);

        copies.ForEach(one => Line.Cloud.InVault[one.Key] = one.Value);
        Line.Cloud.VaultTrouble = new CloudException(CloudFault.Unreachable, "sts:GetCallerIdentity", "x", null, null, "no network");
        Assert.Equal(ExitCodes.Failed, await RunAsync(phrase));
        AssertAgain();
    }

    private void AssertAgain()
    {
        Assert.Contains($"go on with the same command: {Again}. It never makes a second instance.", Line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("restoredrill status", Line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("config check", Line.Error, StringComparison.Ordinal);
    }
}
