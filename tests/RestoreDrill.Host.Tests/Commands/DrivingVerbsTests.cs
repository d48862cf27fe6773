using System.Text.Json;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class DrivingVerbsTests : IDisposable
{
    private readonly CommandLine _line = new();

    public DrivingVerbsTests() => _line.Configuration.Database["MinimumReadShare"] = 0.5;

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Copy_then_drill_end_well_and_print_one_document_each()
    {
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("copy", "courses", "--output", "json"));
        using var copied = JsonDocument.Parse(_line.Out);
        Assert.Equal("copied", copied.RootElement.GetProperty("run").GetProperty("outcome").GetString());
        Assert.True(copied.RootElement.GetProperty("opened").GetBoolean());
        Assert.Contains("waiting-for-copy", _line.Error, StringComparison.Ordinal);

        _line.Configuration.Database["MayStayUnread"]!.AsArray().Add("courses.private.notes");
        _line.Configuration.Database["MayStayUnread"]!.AsArray().RemoveAt(0);
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("drill", "courses", "--output", "json"));
        using var drilled = JsonDocument.Parse(_line.Out);
        var drill = drilled.RootElement.GetProperty("drill");
        Assert.Equal("pass", drill.GetProperty("verdict").GetString());
        Assert.Equal("restores", drill.GetProperty("level").GetString());
        Assert.Equal(1000, drill.GetProperty("databases")[0].GetProperty("rowsRead").GetInt64());
        Assert.Empty(_line.Cloud.Instances);
    }

    [Fact]
    public async Task Drill_of_a_changed_copy_exits_3_and_says_where()
    {
        await _line.RunAsync("copy", "courses");
        await _line.RunAsync("drill", "courses");
        _line.Reader.Hash = 43;

        Assert.Equal(ExitCodes.DrillFailed, await _line.RunAsync("drill", "courses"));

        Assert.Contains("courses.public.students", _line.Out, StringComparison.Ordinal);
        Assert.Contains("runbooks/drill-failed.md", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verdict_that_does_not_come_into_the_bucket_is_red_until_the_next_drill_has_put_it_there()
    {
        await _line.RunAsync("copy", "courses");
        _line.Facts.Refusal = new CloudException(CloudFault.AccessDenied, "s3:PutObject", "it", "AccessDenied", "r-7", "no");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("drill", "courses"));
        Assert.Contains("Pass", _line.Out, StringComparison.Ordinal);
        Assert.Contains("request id r-7", _line.Out, StringComparison.Ordinal);
        Assert.Contains("runbooks/facts-not-kept.md", _line.Out, StringComparison.Ordinal);
        Assert.Contains("missing in the bucket", _line.Out, StringComparison.Ordinal);
        await _line.RunAsync("status");
        Assert.Contains("missing in the bucket by d", _line.Out, StringComparison.Ordinal);
        Assert.Contains("is in the store of facts", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("left behind by", _line.Out, StringComparison.Ordinal);
        await _line.RunAsync("runs");
        Assert.Contains("MISSING IN THE BUCKET: Not all", _line.Out, StringComparison.Ordinal);

        _line.Facts.Refusal = null;
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("drill", "courses"));
        await _line.RunAsync("status");
        Assert.Contains("in the bucket by now: courses: Not all that this run found out", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inconclusive_drill_exits_3()
    {
        await _line.RunAsync("copy", "courses");
        _line.Reader.CheckAnswer = CheckOutcome.TimedOut;

        Assert.Equal(ExitCodes.DrillFailed, await _line.RunAsync("drill", "courses"));

        Assert.Contains("Inconclusive", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_of_a_run_are_told_once_at_its_end()
    {
        _line.Cloud.ClockSkew = TimeSpan.FromSeconds(90);

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("copy", "courses"));
        Assert.Single(_line.Out.Split("clock is 90 s behind AWS's")[1..]);
        Assert.Contains("Warnings", _line.Out, StringComparison.Ordinal);

        await _line.RunAsync("drill", "courses", "--output", "json");
        using var document = JsonDocument.Parse(_line.Out);
        var warnings = document.RootElement.GetProperty("warnings").EnumerateArray().Select(static line => line.GetProperty("message").GetString()!).ToList();
        Assert.Single(warnings, static message => message.Contains("90 s behind", StringComparison.Ordinal));
        Assert.Equal(warnings.Distinct(), warnings);
        Assert.Equal(0, document.RootElement.GetProperty("warningsLeftOut").GetInt32());
    }

    [Fact]
    public async Task Run_without_warnings_shows_no_heading_for_them()
    {
        await _line.RunAsync("copy", "courses");

        Assert.DoesNotContain("Warnings", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("copy")]
    [InlineData("drill")]
    public async Task Database_that_is_not_configured_is_refused(string verb)
    {
        Assert.Equal(ExitCodes.Refused, await _line.RunAsync(verb, "nothing"));

        Assert.Contains("no database 'nothing'", _line.Error, StringComparison.Ordinal);
        Assert.Equal("", _line.Out);
    }

    [Fact]
    public async Task Drill_without_a_copy_is_refused_with_a_document_for_machines()
    {
        Assert.Equal(ExitCodes.Refused, await _line.RunAsync("drill", "courses", "--output", "json"));

        using var document = JsonDocument.Parse(_line.Out);
        Assert.Equal("refused", document.RootElement.GetProperty("error").GetProperty("kind").GetString());
        Assert.Equal(ExitCodes.Refused, document.RootElement.GetProperty("error").GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task Source_role_that_answers_from_the_vault_account_is_refused_by_a_safety_rule()
    {
        _line.Cloud.SourceAnswersFrom = InMemoryCloud.VaultAccount;

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync("copy", "courses"));

        Assert.Empty(_line.Cloud.InSource);
    }

    [Fact]
    public async Task Interrupted_copy_is_gone_on_with_by_the_same_command()
    {
        _line.Store.OnSave = static change => _ = change.Phase == "waiting-for-copy" ? throw new OperationCanceledException() : 0;
        Assert.Equal(ExitCodes.Cancelled, await _line.RunAsync("copy", "courses"));
        Assert.Contains("Repeat the command", _line.Error, StringComparison.Ordinal);
        _line.Store.OnSave = null;

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("copy", "courses"));

        Assert.Contains("Going on with copy run", _line.Error, StringComparison.Ordinal);
        Assert.Single(_line.Cloud.InVault);
    }

    [Fact]
    public async Task Another_copy_than_the_open_drills_is_refused()
    {
        RecordedRuns.Record(_line);
        _line.Store.Add(RecordedRuns.Drill with { Id = RunId.Parse("d00bbbbbbbb2"), Phase = "reading", FinishedAt = null, Outcome = null });

        Assert.Equal(ExitCodes.Refused, await _line.RunAsync("drill", "courses", "--copy", "rd-copy-acme-other"));

        Assert.Contains("d00bbbbbbbb2", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aws_that_does_not_answer_before_a_run_begins_is_a_refusal()
    {
        _line.Cloud.SourceTrouble = new CloudException(CloudFault.Unreachable, "sts:AssumeRole", "restoredrill-source", null, null, "connection refused");

        Assert.Equal(ExitCodes.Refused, await _line.RunAsync("copy", "courses"));

        Assert.Contains("connection refused", _line.Error, StringComparison.Ordinal);
    }
}
