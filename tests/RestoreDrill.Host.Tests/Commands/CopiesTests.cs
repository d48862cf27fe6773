using System.Text.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class CopiesTests : IDisposable
{
    private readonly CommandLine _line = new();

    public CopiesTests() => _line.Configuration.Database["MinimumReadShare"] = 0.5;

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Proven_copy_is_told_without_the_store()
    {
        await _line.RunAsync("copy", "courses");
        await _line.RunAsync("drill", "courses");
        _line.Store.Trouble = new StoreUnavailableException("The store is gone.", new TimeoutException());

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("copies"));

        Assert.Contains("proven", _line.Out, StringComparison.Ordinal);
        Assert.Contains("passed: The copy restores", _line.Out, StringComparison.Ordinal);
        Assert.Contains("Every database has a proven copy.", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_says_how_long_its_restore_took()
    {
        await _line.RunAsync("copy", "courses");
        await _line.RunAsync("drill", "courses", "--output", "json");
        using var drilled = JsonDocument.Parse(_line.Out);
        var took = drilled.RootElement.GetProperty("drill").GetProperty("fullyReadSeconds").GetDouble();

        await _line.RunAsync("copies", "--output", "json");

        using var document = JsonDocument.Parse(_line.Out);
        Assert.Equal(took, Assert.Single(document.RootElement.GetProperty("copies").EnumerateArray()).GetProperty("fullyReadSeconds").GetDouble());
    }

    [Fact]
    public async Task Copy_that_failed_is_no_proof_though_an_earlier_drill_of_it_passed()
    {
        await _line.RunAsync("copy", "courses");
        await _line.RunAsync("drill", "courses");
        _line.Reader.Hash = 43;
        await _line.RunAsync("drill", "courses");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("copies", "courses", "--output", "json"));

        using var document = JsonDocument.Parse(_line.Out);
        var copy = Assert.Single(document.RootElement.GetProperty("copies").EnumerateArray());
        Assert.Equal("failed", copy.GetProperty("standing").GetString());
        Assert.Equal("courses", document.RootElement.GetProperty("withoutProof")[0].GetString());
    }

    [Fact]
    public async Task Copy_that_no_drill_has_judged_is_unproven()
    {
        await _line.RunAsync("copy", "courses");
        _line.Reader.CheckAnswer = CheckOutcome.TimedOut;
        await _line.RunAsync("drill", "courses");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("copies"));

        Assert.Contains("unproven", _line.Out, StringComparison.Ordinal);
        Assert.Contains("NO PROVEN COPY of courses. Next: runbooks/drill-failed.md.", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_that_was_never_drilled_is_told_with_the_command_that_drills_it()
    {
        await _line.RunAsync("copy", "courses");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("copies"));

        Assert.Contains("NO PROVEN COPY of courses. Next: `restoredrill drill courses", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("drill-failed.md", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_without_any_copy_is_told_with_the_runbook_of_copies_that_are_missing()
    {
        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("copies"));

        Assert.Contains("NO PROVEN COPY of courses. Next: runbooks/copy-missing.md.", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_that_has_lost_its_tags_is_told_with_what_it_is_worth()
    {
        await _line.RunAsync("copy", "courses");
        await _line.RunAsync("drill", "courses");
        var (name, copy) = Assert.Single(_line.Cloud.InVault);
        _line.Cloud.InVault[name] = copy with { Tags = new Dictionary<string, string>() };

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("copies"));

        Assert.Contains($"copy {name} does not carry the tags that it was made with: the tags ", _line.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"{name} is a copy that lost its tags (restoredrill:role is missing, restoredrill:installation is missing, restoredrill:database is missing), and no drill takes it", _line.Out, StringComparison.Ordinal);
        Assert.Contains("proven", _line.Out, StringComparison.Ordinal);
        Assert.Contains("NOT ALL IS AS IT SHOULD BE: see above. Next: runbooks/facts-not-kept.md.", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Every database has a proven copy.", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_that_lost_its_tags_and_that_the_bucket_does_not_know_is_told_by_its_name()
    {
        await _line.RunAsync("copy", "courses");
        await _line.RunAsync("drill", "courses");
        var copy = Assert.Single(_line.Cloud.InVault.Values);
        var other = copy with { Name = "rd-copy-acme-c0ffffffffff", Arn = $"{copy.Arn}x", Tags = new Dictionary<string, string>() };
        _line.Cloud.InVault.Add(other.Name, other);

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("copies"));

        Assert.Contains($"{other.Name} is a copy that lost its tags", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Every database has a proven copy.", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_that_took_the_name_of_a_proven_copy_is_not_proven()
    {
        await _line.RunAsync("copy", "courses");
        await _line.RunAsync("drill", "courses");
        var (name, copy) = Assert.Single(_line.Cloud.InVault);
        _line.Cloud.InVault[name] = copy with { OriginalCreateTime = copy.OriginalCreateTime!.Value.AddHours(1) };

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("copies"));

        Assert.Contains("NOT KNOWN", _line.Out, StringComparison.Ordinal);
        Assert.Contains("it is another one", _line.Out, StringComparison.Ordinal);
        Assert.Contains("NO PROVEN COPY of courses", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_copy_at_all_is_no_proof()
    {
        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("copies"));

        Assert.Contains("NO PROVEN COPY of courses", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_bucket_it_is_refused()
    {
        _line.Configuration.Root.Remove("Facts");

        Assert.Equal(ExitCodes.Refused, await _line.RunAsync("copies"));

        Assert.Contains("RestoreDrill:Facts", _line.Error, StringComparison.Ordinal);
    }
}
