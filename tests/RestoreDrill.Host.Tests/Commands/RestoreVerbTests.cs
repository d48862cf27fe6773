using System.Text;
using System.Text.Json;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Commands;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class RestoreVerbTests : RestoreTest
{
    [Fact]
    public async Task Proven_copy_is_planned_restored_and_handed_over_without_store_or_source()
    {
        await ProvenAsync();
        Line.Store.Trouble = new StoreUnavailableException("The store is gone.", new TimeoutException());
        Line.Cloud.SourceTrouble = new CloudException(CloudFault.AccessDenied, "sts:AssumeRole", "source", "AccessDenied", "r-1", "gone");
        File.Delete(Path.Combine(Line.Configuration.Folder, "store.connection"));
        File.Delete(Path.Combine(Line.Configuration.Folder, "credentials"));

        Assert.Equal(ExitCodes.Ok, await PlanAsync());
        var plan = PrintedPlan();
        Assert.True(plan.GetProperty("hasProvenCopy").GetBoolean());
        Assert.Equal("proven", plan.GetProperty("standing").GetString());
        Assert.Empty(Line.Cloud.Instances);

        Assert.Equal(ExitCodes.Ok, await RunAsync(plan.GetProperty("phrase").GetString()!));

        var restored = Assert.Single(Line.Cloud.Instances.Values);
        Assert.Equal(plan.GetProperty("order").GetProperty("name").GetString(), restored.Name);
        Assert.Equal("courses-postgres15", restored.ParameterGroup);
        using var result = JsonDocument.Parse(Line.Out);
        var handOver = result.RootElement.GetProperty("handOver");
        Assert.Equal("127.0.0.1", handOver.GetProperty("host").GetString());
        Assert.Equal(JsonValueKind.Null, handOver.GetProperty("problem").ValueKind);
        Assert.Equal($"file {Password}", handOver.GetProperty("passwordIn").GetString());
        Assert.StartsWith("127.0.0.1:5432:*:postgres:", Assert.Single(await File.ReadAllLinesAsync(Password, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Password) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.DoesNotContain(PasswordGiven(), Line.Printed + await File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_that_has_ended_is_told_again_without_a_person_and_without_AWS()
    {
        await ProvenAsync();
        await PlanAsync();
        await RunAsync(PrintedPlan().GetProperty("phrase").GetString()!);
        Line.Cloud.VaultTrouble = new CloudException(CloudFault.Unreachable, "rds:DescribeDBInstances", "x", null, null, "no network");
        Line.InIsTerminal = false;

        Assert.Equal(ExitCodes.Ok, await Line.RunAsync("restore", "run", Plan));

        Assert.Contains("Hand-over", Line.Out, StringComparison.Ordinal);
        Assert.Contains("[ ] the applications", Line.Out, StringComparison.Ordinal);
        Assert.Single(Line.Cloud.Instances);
    }

    [Fact]
    public async Task Password_file_whose_directory_is_missing_is_told_before_anything_is_made()
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        Line.Configuration.Root["Restore"]!["PasswordFile"] = "no-such-folder/restored.password";

        Assert.Equal(ExitCodes.Refused, await RunAsync(phrase));

        Assert.Contains("whose directory is not there", Line.Error, StringComparison.Ordinal);
        AssertNothingDone();
    }

    [Fact]
    public async Task Journal_that_was_begun_is_gone_on_with()
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        await RunAsync(phrase);
        var lines = await File.ReadAllLinesAsync(Journal, TestContext.Current.CancellationToken);
        var restored = Assert.Single(Line.Cloud.Instances.Values);
        for (var kept = 1; kept < lines.Length; kept++)
        {
            await File.WriteAllLinesAsync(Journal, lines.Take(kept), TestContext.Current.CancellationToken);
            Line.Cloud.Codes.Clear();
            Line.In = "654321\n"u8.ToArray();

            // As it was when the journal came so far: not handed over yet.
            Line.Cloud.Restored(restored with { ParameterGroup = "restoredrill-postgres15" });

            var code = await Line.RunAsync("restore", "run", Plan, "--output", "json");

            Assert.True(code == ExitCodes.Ok, $"after line {kept}: {code}\n{Line.Printed}");
            Assert.Equal(["654321"], Line.Cloud.Codes);
            Assert.Single(Line.Cloud.Instances);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Instance_that_was_handed_over_is_never_touched_by_who_does_not_know_of_it(int linesOfJournal)
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        await RunAsync(phrase);
        var there = Assert.Single(Line.Cloud.Instances.Values);
        var password = PasswordGiven();
        var lines = await File.ReadAllLinesAsync(Journal, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(Journal, lines.Take(linesOfJournal), TestContext.Current.CancellationToken);
        Line.In = linesOfJournal == 0 ? Encoding.UTF8.GetBytes($"{phrase}\n654321\n") : "654321\n"u8.ToArray();
        Line.Cloud.Codes.Clear();

        Assert.Equal(ExitCodes.SafetyRule, await Line.RunAsync("restore", "run", Plan));

        Assert.Contains("was handed over, and may be in use", Line.Error, StringComparison.Ordinal);
        Assert.Equal(there, Assert.Single(Line.Cloud.Instances.Values));
        Assert.Equal(password, PasswordGiven());
    }

    [Theory]
    [InlineData("courses WRONG-CODE")]
    [InlineData("")]
    [InlineData("yes")]
    public async Task Wrong_phrase_is_refused_and_nothing_is_changed(string typed)
    {
        await ProvenAsync();
        await PlanAsync();
        Line.Cloud.Codes.Clear();

        Assert.Equal(ExitCodes.SafetyRule, await RunAsync(typed));

        Assert.Contains("not the phrase", Line.Error, StringComparison.Ordinal);
        Assert.Empty(Line.Cloud.Codes);
        AssertNothingDone();
    }

    [Fact]
    public async Task Nothing_answers_for_a_person()
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        Line.InIsTerminal = false;

        Assert.Equal(ExitCodes.SafetyRule, await RunAsync(phrase));
        Assert.Contains("not a terminal", Line.Error, StringComparison.Ordinal);
        AssertNothingDone();
        Assert.Equal(ExitCodes.SafetyRule, await Line.RunAsync("restore", "plan", "courses"));
        foreach (var option in new[] { "--yes", "-y", "--force", "--auto-approve", "--phrase" })
        {
            Assert.Equal(ExitCodes.Refused, await Line.RunAsync("restore", "run", Plan, option));
        }
    }

    [Fact]
    public async Task Expired_plan_is_refused()
    {
        await ProvenAsync();
        await PlanAsync();
        Line.Time.Advance(TimeSpan.FromHours(5));

        Assert.Equal(ExitCodes.SafetyRule, await RunAsync(PrintedPlan().GetProperty("phrase").GetString()!));

        Assert.Contains("expired", Line.Error, StringComparison.Ordinal);
        AssertNothingDone();
    }

    [Fact]
    public async Task Plan_that_was_changed_is_refused()
    {
        await ProvenAsync();
        await PlanAsync();
        var text = await File.ReadAllTextAsync(Plan, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Plan, text.Replace("db.r6g.large", "db.r6g.24xlarge", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.SafetyRule, await RunAsync(PrintedPlan().GetProperty("phrase").GetString()!));

        Assert.Contains("was changed since it was made", Line.Error, StringComparison.Ordinal);
        AssertNothingDone();
    }

    [Fact]
    public async Task Copy_that_vanished_since_is_refused()
    {
        await ProvenAsync();
        await PlanAsync();
        Line.Cloud.InVault.Clear();

        Assert.Equal(ExitCodes.SafetyRule, await RunAsync(PrintedPlan().GetProperty("phrase").GetString()!));

        Assert.Contains("has vanished", Line.Error, StringComparison.Ordinal);
        AssertNothingDone();
    }

    [Theory]
    [InlineData("rd-scratch-acme-mine", "prefix of scratch instances")]
    [InlineData("courses-prod", "may make no instance")]
    public async Task Name_that_is_not_for_restores_is_refused(string name, string words)
    {
        await ProvenAsync();

        Assert.Equal(ExitCodes.SafetyRule, await PlanAsync("--name", name));

        Assert.Contains(words, Line.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Plan));
    }

    [Fact]
    public async Task Instance_that_exists_is_never_overwritten()
    {
        await ProvenAsync();
        await PlanAsync("--name", "rd-restored-acme-courses");
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        await RunAsync(phrase);
        var there = Assert.Single(Line.Cloud.Instances.Values);
        File.Delete(Plan);
        File.Delete(Journal);

        Assert.Equal(ExitCodes.SafetyRule, await PlanAsync("--name", "rd-restored-acme-courses"));

        Assert.Contains("overwrites nothing", Line.Error, StringComparison.Ordinal);
        Assert.Equal(there, Assert.Single(Line.Cloud.Instances.Values));
    }

    [Fact]
    public async Task Copy_that_failed_is_taken_only_by_name_and_the_name_is_typed()
    {
        await ProvenAsync();
        Line.Reader.Hash = 43;
        await Line.RunAsync("drill", "courses");
        var copy = Assert.Single(Line.Cloud.InVault.Keys);

        Assert.Equal(ExitCodes.SafetyRule, await PlanAsync());
        Assert.StartsWith("error: NO PROVEN COPY of courses", Line.Error[Line.Error.IndexOf("error:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains($"--copy {copy}", Line.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Plan));

        Assert.Equal(ExitCodes.Failed, await PlanAsync("--copy", copy));
        var plan = PrintedPlan();
        Assert.False(plan.GetProperty("hasProvenCopy").GetBoolean());
        Assert.Equal($"courses {copy} {plan.GetProperty("code").GetString()}", plan.GetProperty("phrase").GetString());
        Assert.Equal(ExitCodes.SafetyRule, await RunAsync($"courses {plan.GetProperty("code").GetString()}"));
        AssertNothingDone();
    }

    [Fact]
    public async Task Best_of_unproven_copies_is_planned_and_said_first_to_be_unproven()
    {
        await Line.RunAsync("copy", "courses");

        Line.In = "123456\n"u8.ToArray();
        Assert.Equal(ExitCodes.Failed, await Line.RunAsync("restore", "plan", "courses", "--file", Plan));

        Assert.StartsWith("NO PROVEN COPY of courses.", Line.Out, StringComparison.Ordinal);
        Assert.Contains("unproven", Line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_told_with_its_command_and_the_plan_waits_for_it()
    {
        await ProvenAsync();
        Line.Cloud.MissingGroups.Add("restored");

        Assert.Equal(ExitCodes.Failed, await PlanAsync());
        Assert.Contains("create-db-subnet-group --db-subnet-group-name restored", PrintedPlan().GetProperty("missing")[0].GetProperty("command").GetString(), StringComparison.Ordinal);
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        Assert.Equal(ExitCodes.SafetyRule, await RunAsync(phrase));
        AssertNothingDone();

        Line.Cloud.MissingGroups.Clear();
        Assert.Equal(ExitCodes.Ok, await RunAsync(phrase));
    }

    [Fact]
    public async Task Plan_never_overwrites_a_file_and_belongs_to_its_journal()
    {
        await ProvenAsync();
        await PlanAsync();
        Assert.Equal(ExitCodes.Refused, await PlanAsync());
        Assert.Contains("already", Line.Error, StringComparison.Ordinal);

        await PlanAsync();
        var first = await File.ReadAllTextAsync(Plan, TestContext.Current.CancellationToken);
        using var written = JsonDocument.Parse(first);
        await RunAsync($"courses {written.RootElement.GetProperty("code").GetString()}");
        var journal = await File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken);
        File.Delete(Plan);
        File.Delete(Journal);
        Assert.Equal(ExitCodes.Ok, await PlanAsync());
        await File.WriteAllTextAsync(Journal, journal, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.SafetyRule, await RunAsync(PrintedPlan().GetProperty("phrase").GetString()!));
        Assert.Contains("begun by another plan", Line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emergency_is_drilled_with_its_time_against_the_target_and_nothing_is_left()
    {
        await Line.RunAsync("copy", "courses");

        Assert.Equal(ExitCodes.Ok, await Line.RunAsync("drill", "courses", "--as-emergency"));
        Assert.Contains("handed over after", Line.Out, StringComparison.Ordinal);
        Assert.Contains("4 h 00 min: met", Line.Out, StringComparison.Ordinal);
        Assert.Empty(Line.Cloud.Instances);

        Assert.Equal(ExitCodes.Ok, await Line.RunAsync("drill", "courses", "--as-emergency", "--output", "json"));
        using var document = JsonDocument.Parse(Line.Out);
        Assert.True(document.RootElement.GetProperty("drill").GetProperty("handedOverSeconds").GetDouble() > 0);
        Assert.Equal(4 * 3600, document.RootElement.GetProperty("drill").GetProperty("rtoTargetSeconds").GetDouble());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("handOver").ValueKind);
        Assert.Equal(ExitCodes.Refused, await Line.RunAsync("drill", "courses", "--as-emergency", "--service"));
        Line.Configuration.Root.Remove("Restore");
        Assert.Equal(ExitCodes.Refused, await Line.RunAsync("drill", "courses", "--as-emergency"));
    }

    [Fact]
    public async Task Configuration_without_emergency_restores_says_so()
    {
        Line.Configuration.Root.Remove("Restore");

        Assert.Equal(ExitCodes.Refused, await Line.RunAsync("restore", "plan", "courses"));

        Assert.Contains("RestoreDrill:Restore: is missing", Line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_with_AWS_says_that_the_same_command_goes_on()
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlan().GetProperty("phrase").GetString()!;
        Line.Cloud.VaultTrouble = new CloudException(CloudFault.Unreachable, "sts:GetCallerIdentity", "x", null, null, "no network");

        Assert.Equal(ExitCodes.Failed, await RunAsync(phrase));

        Assert.Contains($"go on with the same command: restoredrill restore run {Plan}", Line.Error, StringComparison.Ordinal);
    }
}
