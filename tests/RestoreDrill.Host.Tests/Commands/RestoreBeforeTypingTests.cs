using System.Text;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Host.Commands;

namespace RestoreDrill.Host.Tests.Commands;

/// <summary>What can be told before anything is typed is told before.</summary>
public sealed class RestoreBeforeTypingTests : RestoreTest
{
    private const string Unwritable = "/proc/self";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--name", "courses-prod")]
    [InlineData("--name", "rd-scratch-acme-mine")]
    public async Task Name_that_can_never_be_right_costs_no_code(params string[] options)
    {
        await ProvenAsync();

        Assert.Equal(ExitCodes.SafetyRule, await PlanAsync(options));

        Assert.Contains("leave the name out", Line.Error, StringComparison.Ordinal);
        AssertNothingAsked();
    }

    [Fact]
    public async Task Directory_that_takes_no_plan_costs_no_code()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a directory that even root cannot write to");
        await ProvenAsync();
        Line.In = "123456\n"u8.ToArray();

        Assert.Equal(ExitCodes.Refused, await Line.RunAsync("restore", "plan", "courses", "--file", $"{Unwritable}/courses.plan.json"));

        Assert.Contains($"No file can be made in {Unwritable}", Line.Error, StringComparison.Ordinal);
        AssertNothingAsked();
    }

    [Fact]
    public async Task Expired_plan_is_told_before_the_phrase_is_asked_for()
    {
        await ProvenAsync();
        await PlanAsync();
        Line.Time.Advance(TimeSpan.FromHours(5));
        Line.Cloud.Codes.Clear();
        Line.In = [];

        Assert.Equal(ExitCodes.SafetyRule, await Line.RunAsync("restore", "run", Plan));

        var (told, asked) = (Line.Error.IndexOf("This plan expired at", StringComparison.Ordinal), Line.Error.IndexOf("type the phrase", StringComparison.Ordinal));
        Assert.True(told >= 0 && told < asked, Line.Error);
        Assert.Contains("make a new one: restoredrill restore plan courses --config ", Line.Error, StringComparison.Ordinal);
        Assert.Empty(Line.Cloud.Codes);
    }

    [Fact]
    public async Task Journal_of_another_plan_costs_no_code()
    {
        await ProvenAsync();
        await PlanAsync();
        await RunAsync(PrintedPlanPhrase());
        await CutJournalBeforeAsync("reading-catalog");
        File.Delete(Plan);
        File.Move(Journal, Journal + ".aside");
        await PlanAsync();
        File.Move(Journal + ".aside", Journal);
        Line.Cloud.Codes.Clear();
        Line.In = "654321\n"u8.ToArray();

        Assert.Equal(ExitCodes.SafetyRule, await Line.RunAsync("restore", "run", Plan));

        Assert.Contains("begun by another plan", Line.Error, StringComparison.Ordinal);
        AssertNothingAsked();
    }

    [Fact]
    public async Task Wrong_phrase_is_answered_with_where_it_stands()
    {
        await ProvenAsync();
        await PlanAsync();

        Assert.Equal(ExitCodes.SafetyRule, await RunAsync("courses 0000-0000"));

        Assert.Contains($"The code also stands first in the plan's file: head -c 19 {Plan}", Line.Error, StringComparison.Ordinal);
        var code = RestorePlanFile.Read(await File.ReadAllTextAsync(Plan, Ct), Plan).Code();
        Assert.Equal($"{{\"code\":\"{code}\"", Encoding.ASCII.GetString((await File.ReadAllBytesAsync(Plan, Ct))[..19]));
    }

    [Fact]
    public async Task Journal_that_was_edited_is_put_aside_and_the_plan_alone_goes_on()
    {
        await ProvenAsync();
        await PlanAsync();
        var phrase = PrintedPlanPhrase();
        await RunAsync(phrase);
        var restored = Assert.Single(Line.Cloud.Instances.Values);
        Line.Cloud.Restored(restored with { ParameterGroup = "restoredrill-postgres15" });
        await CutJournalBeforeAsync("reading-catalog");
        var text = await File.ReadAllTextAsync(Journal, Ct);
        foreach (var edited in new[] { text.Replace("\"at\":\"2", "\"at\":\"3", StringComparison.Ordinal), text.Replace("\"sha256\":\"", "\"sha256\":7,\"x\":\"", StringComparison.Ordinal), text.Replace("{\"sha256\"", "{ sha256", StringComparison.Ordinal) })
        {
            await File.WriteAllTextAsync(Journal, edited, Ct);
            Line.Cloud.Codes.Clear();

            foreach (var command in (string[][])[["restore", "run", Plan], ["runs", "import", Journal]])
            {
                Assert.Equal(ExitCodes.SafetyRule, await Line.RunAsync(command));

                Assert.Contains("is not what was written there: it, or a line before it, was changed, taken out or put in.", Line.Error, StringComparison.Ordinal);
                Assert.Contains("Move the file aside, keep it, and give the same `restoredrill restore run` again", Line.Error, StringComparison.Ordinal);
                AssertNothingAsked();
            }
        }

        File.Move(Journal, Journal + ".edited");
        Assert.Equal(ExitCodes.Ok, await RunAsync(phrase));
        Assert.Single(Line.Cloud.Instances);
    }

    [Theory]
    [InlineData("02/03/2026")]
    [InlineData("2026-02-26T21:00:00")]
    public async Task Moment_that_may_be_read_in_two_ways_is_refused_with_an_example(string before)
    {
        Assert.Equal(ExitCodes.Refused, await PlanAsync("--before", before));

        Assert.Contains("for example 2026-02-26T21:00:00Z", Line.Error, StringComparison.Ordinal);
        AssertNothingAsked();
    }

    [Fact]
    public async Task Plan_says_what_before_was_understood_as_what_is_lost_and_how_a_newer_copy_is_taken()
    {
        await ProvenAsync();
        Line.Time.Advance(TimeSpan.FromHours(2));
        await Line.RunAsync("copy", "courses");
        Line.In = "123456\n"u8.ToArray();

        Assert.Equal(ExitCodes.Ok, await Line.RunAsync("restore", "plan", "courses", "--file", Plan, "--before", "2027-03-01 13:00 UTC"));

        Assert.Contains("data from before 2027-03-01 13:00:00Z (--before)", Line.Out, StringComparison.Ordinal);
        Assert.Matches("RPO: +data of 2026-03-01 [0-9:]+Z, 2 h [0-9]+ min old now: what was written after that is lost", Line.Out);
        Assert.Contains("plan again and name it: restoredrill restore plan courses --copy NAME --config ", Line.Out, StringComparison.Ordinal);
    }

    private string PrintedPlanPhrase() => PrintedPlan().GetProperty("phrase").GetString()!;

    private void AssertNothingAsked()
    {
        Assert.Empty(Line.Cloud.Codes);
        Assert.DoesNotContain("Type the code", Line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("type the phrase", Line.Error, StringComparison.Ordinal);
    }
}
