using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;
using RestoreDrill.Records.Journal;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class RunsImportTests : IDisposable
{
    private readonly CommandLine _line = new();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("restoredrill-import-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Journal => Path.Combine(_directory.FullName, "restore.journal");

    public void Dispose()
    {
        _line.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Journal_is_taken_into_the_store_once_and_told_like_any_run()
    {
        await WriteAsync();

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("runs", "import", Journal));
        Assert.Contains("Run r00bbbbbbbb1 is in the store now, with 1 event and its evidence.", _line.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("runs", "import", Journal));
        Assert.Contains("is in the store already. Nothing was changed.", _line.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("runs"));
        Assert.Contains("emergency restore", _line.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("explain", "r00b"));
        Assert.Contains("the copy is read", _line.Out, StringComparison.Ordinal);
        Assert.Contains("evidence", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_are_told_whether_it_came_in_now()
    {
        await WriteAsync();

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("runs", "import", Journal, "--output", "json"));

        Assert.Contains("\"imported\": true", _line.Out, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"restore\"", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme", false, "has not finished")]
    [InlineData("other", true, "belongs to installation 'other'")]
    public async Task Journal_that_is_not_to_come_in_is_refused_by_a_safety_rule(string installation, bool isFinished, string reason)
    {
        await WriteAsync(installation, isFinished);

        await AssertRefusedAsync(ExitCodes.SafetyRule, reason);
    }

    [Fact]
    public async Task Journal_of_which_a_line_was_changed_is_refused_by_a_safety_rule()
    {
        await WriteAsync();
        await File.WriteAllTextAsync(Journal, (await File.ReadAllTextAsync(Journal, Ct)).Replace("the copy is read", "the copy is well", StringComparison.Ordinal), Ct);

        await AssertRefusedAsync(ExitCodes.SafetyRule, "Line 4 of the journal");
    }

    [Theory]
    [InlineData(true, "its journal is")]
    [InlineData(false, "there is no journal")]
    public async Task Plan_given_in_place_of_its_journal_is_told_apart(bool isCarriedOut, string reason)
    {
        var plan = Path.Combine(_directory.FullName, "courses.plan.json");
        await File.WriteAllTextAsync(plan, """{"code":"ABCD-EFGH","plan":{}}""", Ct);
        if (isCarriedOut)
        {
            await WriteAsync();
            File.Move(Journal, $"{plan}.journal");
        }

        Assert.Equal(ExitCodes.Refused, await _line.RunAsync("runs", "import", plan));

        Assert.Contains($"{plan} is a plan", _line.Error, StringComparison.Ordinal);
        Assert.Contains(reason, _line.Error, StringComparison.Ordinal);
        Assert.Equal(isCarriedOut, _line.Error.Contains($"restoredrill runs import {plan}.journal", StringComparison.Ordinal));
        Assert.DoesNotContain("Move the file aside", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_of_a_restore_that_is_open_sends_to_the_restore()
    {
        await WriteAsync("acme", isFinished: false);

        await AssertRefusedAsync(ExitCodes.SafetyRule, "finish it with `restoredrill restore run <plan>`");

        Assert.DoesNotContain("config check", _line.Error, StringComparison.Ordinal);
        Assert.Contains("runbooks/emergency-restore.md", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_at_which_a_restore_is_at_work_is_left_alone()
    {
        await WriteAsync();
        using (RestoreJournal.Open(Journal, new CopyRecord([], []), TimeProvider.System))
        {
            await AssertRefusedAsync(ExitCodes.Refused, "Another process has the journal");
        }
    }

    [Fact]
    public Task Journal_that_is_not_there_is_wrong_usage() => AssertRefusedAsync(ExitCodes.Refused, "There is no file");

    private async Task AssertRefusedAsync(int exitCode, string reason)
    {
        Assert.Equal(exitCode, await _line.RunAsync("runs", "import", Journal));

        Assert.Contains(reason, _line.Error, StringComparison.Ordinal);
        Assert.Null(await _line.Store.FindAsync(RecordedRuns.Restore.Id, Ct));
    }

    private async Task WriteAsync(string installation = "acme", bool isFinished = true)
    {
        var recorded = RecordedRuns.Restore;
        var state = isFinished && installation == "acme" ? recorded.State : "{}";
        using var journal = RestoreJournal.Create(
            Journal, new NewRun(recorded.Id, recorded.Kind, recorded.Database, RunRequest.ByPerson("cli:maria@laptop"), "restoring", "{}"), new CopyRecord([], []), TimeProvider.System);
        await journal.ClaimAsync(InstallationId.Parse(installation), Ct);
        var lease = (await journal.TryAcquireAsync(recorded.Id, "host-1", TimeSpan.FromMinutes(1), Ct))!;
        var end = isFinished ? new RunConclusion(RunOutcome.Pass, "The copy restores.", "restores") : null;
        await journal.SaveAsync(
            lease,
            new RunChange
            {
                Phase = "finished",
                State = state,
                Events = [new RunEvent { Phase = "finished", Kind = RunEventKind.Observed, Message = "the copy is read" }],
                Conclusion = end,
                Evidence = end is null ? null : EvidenceDocument.Of(journal.Run, state, end),
            },
            Ct);
    }
}
