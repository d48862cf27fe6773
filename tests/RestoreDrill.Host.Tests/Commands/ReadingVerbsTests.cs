using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class ReadingVerbsTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("status.json", "status", "--output", "json")]
    [InlineData("status.txt", "status")]
    [InlineData("runs.json", "runs", "--output", "json")]
    [InlineData("runs.txt", "runs")]
    [InlineData("explain-drill.json", "explain", "d00b", "--output", "json")]
    [InlineData("explain-drill.txt", "explain", "latest")]
    [InlineData("explain-copy.json", "explain", "c00aaaaaaaa1", "-o", "json")]
    [InlineData("explain-copy.txt", "explain", "c")]
    public async Task Output_is_as_approved(string approved, params string[] arguments)
    {
        RecordedRuns.Record(_line);

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(arguments));

        Approved.Equal(approved, _line.OutWithoutConfig);
        Assert.Equal("", _line.Error);
    }

    [Fact]
    public async Task Status_of_a_fresh_installation_is_red()
    {
        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("there is no copy yet", _line.Out, StringComparison.Ordinal);
        Assert.Contains("there is no proof yet", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_what_it_could_not_look_at_and_is_not_green()
    {
        RecordedRuns.Record(_line);
        _line.Cloud.VaultTrouble = new CloudException(CloudFault.Unreachable, "rds:DescribeDBSnapshots", "vault account", null, null, "connection refused");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("not checked: rds:DescribeDBSnapshots for vault account got no answer: connection refused", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("All well", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_is_red_when_the_last_drill_did_not_pass()
    {
        RecordedRuns.Record(_line);
        _line.Store.Add(RecordedRuns.Drill with
        {
            Id = RunId.Parse("d00bbbbbbbb2"), CreatedAt = CommandLine.Now.AddMinutes(-30), Outcome = RunOutcome.Fail, Level = null, Summary = "Table students differs.",
        });

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("the last drill d00bbbbbbbb2 ended Fail: Table students differs.", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunOutcome.Pass)]
    [InlineData(RunOutcome.Fail)]
    public async Task Status_takes_no_emergency_restore_for_a_drill(RunOutcome outcome)
    {
        RecordedRuns.Record(_line);
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));
        var before = _line.Out;
        _line.Store.Add(RecordedRuns.Restore with { Outcome = outcome, FinishedAt = CommandLine.Now.AddMinutes(-1) });

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));

        Assert.Equal(before, _line.Out);
    }

    [Fact]
    public async Task Emergency_restore_is_listed_and_told_like_any_run()
    {
        RecordedRuns.Record(_line);
        _line.Store.Add(RecordedRuns.Restore);

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("runs", "--kind", "restore"));
        Assert.Contains("emergency restore", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(RecordedRuns.DrillId.Value, _line.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("explain", "r00bbbbbbbb1"));
        Assert.Contains("1,000 rows", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_is_red_when_the_last_copy_is_no_longer_in_the_vault()
    {
        RecordedRuns.Record(_line);
        _line.Cloud.InVault.Clear();

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains($"the last copy {RecordedRuns.CopyName} is not in the vault", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_names_a_copy_that_failed_its_last_drill_though_another_copy_passed_since()
    {
        RecordedRuns.Record(_line);
        const string older = "rd-copy-acme-c00aaaaaaaa0";
        _line.Cloud.InVault[older] = RecordedRuns.InVault(older, CommandLine.Now.AddDays(-3));
        _line.Store.Add(OfCopy(older, "d00bbbbbbbb0", days: 1, RunOutcome.Inconclusive));
        _line.Store.Add(OfCopy(older, "d00bbbbbbba9", days: 2, RunOutcome.Fail));
        _line.Store.Add(OfCopy(older, "d00bbbbbbba8", days: 3, RunOutcome.Pass));

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains($"red: courses: copy {older} failed its last drill d00bbbbbbba9: ", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("the last drill ", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, RunOutcome.Pass)]
    [InlineData(false, RunOutcome.Fail)]
    public async Task Status_is_silent_about_a_failed_copy_that_passed_since_or_is_gone(bool inVault, RunOutcome last)
    {
        RecordedRuns.Record(_line);
        const string older = "rd-copy-acme-c00aaaaaaaa0";
        _line.Store.Add(OfCopy(older, "d00bbbbbbba9", days: 1, last));
        _line.Store.Add(OfCopy(older, "d00bbbbbbba8", days: 2, RunOutcome.Fail));
        if (inVault)
        {
            _line.Cloud.InVault[older] = RecordedRuns.InVault(older, CommandLine.Now.AddDays(-3));
        }

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));
    }

    [Theory]
    [InlineData(true, ExitCodes.Ok)]
    [InlineData(false, ExitCodes.Failed)]
    public async Task Status_looks_for_the_last_copy_under_the_name_that_its_run_recorded(bool inVault, int exitCode)
    {
        RecordedRuns.Record(_line);
        const string point = "awsbackup:copyjob-1";
        var newer = CanonicalJson.Read<CopyState>(RecordedRuns.Copy.State) with { Route = CopyRoute.AwsBackup, CopyName = point };
        _line.Store.Add(RecordedRuns.Copy with { Id = RunId.Parse("c00aaaaaaaa9"), State = CanonicalJson.Write(newer), CreatedAt = CommandLine.Now.AddHours(-2), FinishedAt = CommandLine.Now.AddHours(-1) });
        if (inVault)
        {
            _line.Cloud.InVault[point] = RecordedRuns.InVault(point, CommandLine.Now.AddHours(-2));
        }

        Assert.Equal(exitCode, await _line.RunAsync("status"));

        Assert.Equal(!inVault, _line.Out.Contains($"the last copy {point} is not in the vault account any more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_is_red_when_the_copy_of_the_last_proof_is_no_longer_in_the_vault()
    {
        RecordedRuns.Record(_line);
        _line.Store.Replace(OfCopy("rd-copy-acme-c00aaaaaaaa0", RecordedRuns.DrillId.Value, days: 0, RunOutcome.Pass));

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("the copy rd-copy-acme-c00aaaaaaaa0 of the last proof d00bbbbbbbb1 is not in the vault account any more", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("restoredrill:installation", "available", "is a copy that lost its tags (restoredrill:installation is missing): it is there, and no drill takes it")]
    [InlineData("restoredrill:database", "available", "is a copy that lost its tags (restoredrill:database is missing): it is there, and no drill takes it")]
    [InlineData("none", "incompatible-restore", "its status is 'incompatible-restore'")]
    public async Task Status_tells_a_last_copy_that_cannot_be_used_from_one_that_is_gone(string tag, string awsStatus, string says)
    {
        RecordedRuns.Record(_line);
        var copy = _line.Cloud.InVault[RecordedRuns.CopyName];
        _line.Cloud.InVault[copy.Name] = copy with { Status = awsStatus, Tags = copy.Tags.Where(pair => pair.Key != tag).ToDictionary() };

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains(says, _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not in the vault", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_forgets_what_a_run_left_behind_long_ago_once_it_is_gone()
    {
        RecordedRuns.Record(_line);
        _line.Store.Add(OfCopy(RecordedRuns.CopyName, "d00bbbbbbba1", days: 31, RunOutcome.Pass) with { Defect = "Left long ago." });
        _line.Store.Add(OfCopy(RecordedRuns.CopyName, "d00bbbbbbba2", days: 29, RunOutcome.Pass) with { Defect = "Left lately." });

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));
        Assert.Contains("gone by now: courses: Left lately.", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Left long ago.", _line.Out, StringComparison.Ordinal);

        _line.Cloud.Restored(Instance("rd-scratch-acme-d00bbbbbbba1"));
        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));
        Assert.Contains("left behind by d00bbbbbbba1: Left long ago.", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, ExitCodes.Failed, "left behind by d00bbbbbbbb1")]
    [InlineData(false, ExitCodes.Ok, "gone by now")]
    public async Task Status_is_red_while_what_a_drill_left_is_still_there(bool stillThere, int exitCode, string says)
    {
        RecordedRuns.Record(_line);
        var clean = RecordedRuns.Drill;
        _line.Store.Add(clean with { Id = RunId.Parse("d00bbbbbbbb0"), CreatedAt = clean.CreatedAt.AddDays(-1), FinishedAt = clean.FinishedAt!.Value.AddDays(-1) });
        _line.Store.Replace(clean with { Defect = "Scratch instance rd-scratch-acme-d00bbbbbbbb1 was not removed." });
        if (stillThere)
        {
            _line.Cloud.Restored(Instance("rd-scratch-acme-d00bbbbbbbb1"));
        }

        Assert.Equal(exitCode, await _line.RunAsync("status"));

        Assert.Contains(says, _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_is_red_when_a_scratch_instance_belongs_to_no_open_drill()
    {
        RecordedRuns.Record(_line);
        _line.Cloud.Restored(Instance("rd-scratch-acme-d00zzzzzzzzz"));

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("LEFT BEHIND: rd-scratch-acme-d00zzzzzzzzz", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_is_red_when_the_snapshot_quota_is_full_in_less_than_14_days()
    {
        RecordedRuns.Record(_line);
        for (var i = 0; i < 36; i++)
        {
            _line.Cloud.InVault[$"other-{i}"] = RecordedRuns.InVault($"other-{i}", CommandLine.Now.AddDays(-29).AddHours(i));
        }

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("red: snapshot quota: 37 of 50 snapshots; full in 10 days at 1.28 a day", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_are_filtered()
    {
        RecordedRuns.Record(_line);

        await _line.RunAsync("runs", "--kind", "drill");
        Assert.Contains("d00bbbbbbbb1", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("c00aaaaaaaa1", _line.Out, StringComparison.Ordinal);

        await _line.RunAsync("runs", "--open");
        Assert.Equal("No run.", _line.Out.Trim());

        await _line.RunAsync("runs", "--limit", "1");
        Assert.DoesNotContain("c00aaaaaaaa1", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("d9", "There is no run 'd9'.")]
    [InlineData("d00bbbbbbbb9", "There is no run 'd00bbbbbbbb9'.")]
    [InlineData("d00bbbbbbbb", "is the beginning of 2 runs")]
    public async Task Explain_refuses_a_run_it_cannot_find(string run, string says)
    {
        RecordedRuns.Record(_line);
        _line.Store.Add(RecordedRuns.Drill with { Id = RunId.Parse("d00bbbbbbbb2") });

        Assert.Equal(ExitCodes.Refused, await _line.RunAsync("explain", run));

        Assert.Contains(says, _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminal_gets_tables_and_no_colour_when_no_color_is_set()
    {
        RecordedRuns.Record(_line);
        _line.OutIsTerminal = true;
        _line.Configuration.Environment["NO_COLOR"] = "1";

        await _line.RunAsync("status");

        Assert.Contains("╭", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[3", _line.Out, StringComparison.Ordinal);
    }

    private static Run OfCopy(string copy, string id, int days, RunOutcome outcome) => RecordedRuns.Drill with
    {
        Id = RunId.Parse(id),
        CreatedAt = RecordedRuns.Drill.CreatedAt.AddDays(-days),
        FinishedAt = RecordedRuns.Drill.FinishedAt!.Value.AddDays(-days),
        Outcome = outcome,
        Summary = "Told by the drill.",
        State = RecordedRuns.Drill.State.Replace(RecordedRuns.CopyName, copy, StringComparison.Ordinal),
    };

    private static Core.Drilling.CloudInstance Instance(string name) => new()
    {
        Name = name, Arn = "arn", Status = "available", MasterUser = "postgres", EngineVersion = "15.18", InstanceClass = "db.t3.medium", Tags = new Dictionary<string, string>(),
    };
}
