using System.Text.Json.Nodes;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

/// <summary>What <c>status</c> tells of the guard rails: the newest answers on record, and nothing else.</summary>
public sealed class StatusOfTheGuardRailsTests : IDisposable
{
    private static readonly GuardRailAnswer Unlocked = GuardRailAnswer.Broken(GuardRailCatalog.VaultLock, "backup vault x has no lock");

    private readonly CommandLine _line = new();

    public StatusOfTheGuardRailsTests() => RecordedRuns.Record(_line);

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Guard_rails_that_all_hold_are_well()
    {
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));

        Assert.Contains($"all {GuardRailCatalog.All.Count - 3} hold, looked at 7 h", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vault-lock", GuardRailState.Broken, "is broken: no lock")]
    [InlineData("vault-key", GuardRailState.Broken, "is broken: no lock")]
    [InlineData("vault-lock", GuardRailState.NotCheckable, "is not checkable from here: no lock")]
    public async Task Lock_or_key_that_does_not_hold_turns_every_database_red(string rail, GuardRailState state, string words)
    {
        _line.Configuration.Root["Route"] = "aws-backup";
        Answer(new GuardRailAnswer(rail, state, "no lock"));

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));
        Assert.Contains($"red: every database: Guard rail {rail} {words}.", _line.Out, StringComparison.Ordinal);
        Assert.Contains("see runbooks/guard-rail-broken.md", _line.Out, StringComparison.Ordinal);

        await _line.RunAsync("status", "--output", "json");
        var document = JsonNode.Parse(_line.Out)!;
        Assert.Contains(words, (string?)document["databases"]![0]!["red"]![0], StringComparison.Ordinal);
        Assert.Equal((rail, true), ((string?)document["guardRails"]!["notHolding"]![0]!["id"], (bool?)document["guardRails"]!["notHolding"]![0]!["isRed"]));
    }

    [Theory]
    [InlineData(GuardRailState.Broken, "is broken: detached.", "BROKEN")]
    [InlineData(GuardRailState.NotCheckable, "is not checkable from here: detached.", "not checkable")]
    public async Task Others_are_told_and_leave_the_database_as_it_is(GuardRailState state, string words, string word)
    {
        Answer(new GuardRailAnswer("service-control-policies", state, "detached"));

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));

        Assert.Contains($"Guard rail service-control-policies {words}", _line.Out, StringComparison.Ordinal);
        Assert.Contains($"{GuardRailCatalog.All.Count - 4} hold, 1 {word} (service-control-policies); looked at", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_refusal_keeps_from_being_checked_is_told_once()
    {
        Answer(new GuardRailAnswer("organisation", GuardRailState.NotCheckable, "sts:AssumeRole was refused (request id 1)"));
        Answer(new GuardRailAnswer("vault-policy", GuardRailState.NotCheckable, "sts:AssumeRole was refused (request id 2)"));

        await _line.RunAsync("status");

        Assert.Contains("2 not checkable (organisation, vault-policy)", _line.Out, StringComparison.Ordinal);
        Assert.Contains("Guard rail organisation is not checkable from here: sts:AssumeRole was refused (request id 1).", _line.Out, StringComparison.Ordinal);
        Assert.Contains("The same of vault-policy.", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_ones_are_each_told_whole_though_they_found_the_same()
    {
        Answer(GuardRailAnswer.Broken(GuardRailCatalog.NewestCopy, "there is no copy") with { Database = "courses" }, hours: 0);
        Answer(GuardRailAnswer.Broken(GuardRailCatalog.CopiesOutliveDrills, "there is no copy") with { Database = "courses" }, hours: 0);

        await _line.RunAsync("status");

        Assert.Contains("Guard rail newest-copy of courses is broken: there is no copy.", _line.Out, StringComparison.Ordinal);
        Assert.Contains("Guard rail copies-outlive-drills of courses is broken: there is no copy.", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_that_there_cannot_be_is_told_and_not_red()
    {
        Answer(Unlocked);

        await _line.RunAsync("status");

        Assert.Contains("Guard rail vault-lock is broken", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("red: every database", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guard_that_looks_again_turns_status_green()
    {
        _line.Configuration.Root["Route"] = "aws-backup";
        Answer(Unlocked);
        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("guard"));

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));
    }

    [Fact]
    public async Task Guard_without_a_store_looks_all_the_same_and_says_that_nothing_is_recorded()
    {
        _line.GuardRails.StoreIsAway = true;

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("guard"));

        Assert.Contains("Not recorded, so that `restoredrill status` does not know of it: the store does not answer", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(35, ExitCodes.Ok)]
    [InlineData(37, ExitCodes.Failed)]
    public async Task Look_that_is_too_old_is_red(int hours, int exitCode)
    {
        _line.GuardRails.Recorded.Clear();
        _line.GuardRails.LookedAt(CommandLine.Now.AddHours(-hours), "courses");

        Assert.Equal(exitCode, await _line.RunAsync("status"));

        Assert.Equal(exitCode != 0, _line.Out.Contains("red: the guard rails were last looked at 1 d 13 h ago", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_has_ever_looked_is_red()
    {
        _line.GuardRails.Recorded.Clear();

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("red: the guard rails were never all looked at", _line.Out, StringComparison.Ordinal);
        Assert.Contains("not looked at yet: `restoredrill guard` looks now", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_of_a_database_that_is_not_configured_and_of_a_guard_rail_that_is_not_known_are_passed_over()
    {
        Answer(GuardRailAnswer.Broken(GuardRailCatalog.SourceProtected, "gone") with { Database = "retired" });
        Answer(new GuardRailAnswer("of-tomorrow", GuardRailState.Broken, "unknown"));

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));

        Assert.DoesNotContain("Guard rail", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guard_rail_that_is_not_looked_at_any_more_is_passed_over_however_old_its_answer()
    {
        Answer(GuardRailAnswer.Broken(GuardRailCatalog.TerraformStates, "it holds a key"), hours: 100);

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));
        Assert.DoesNotContain("terraform-states", _line.Out, StringComparison.Ordinal);

        _line.Configuration.Root["Terraform"] = new JsonObject { ["States"] = new JsonArray("prod.tfstate") };
        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));
        Assert.Contains("Guard rail terraform-states is broken", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proof_that_was_missing_and_has_come_since_is_not_told()
    {
        var missing = GuardRailAnswer.Broken(GuardRailCatalog.NewestProof, "no drill has passed") with { Database = "courses" };
        Answer(missing, hours: 7);
        await _line.RunAsync("status");
        Assert.DoesNotContain("no drill has passed", _line.Out, StringComparison.Ordinal);

        Answer(missing, hours: 0);
        await _line.RunAsync("status");
        Assert.Contains("Guard rail newest-proof of courses is broken: no drill has passed", _line.Out, StringComparison.Ordinal);
    }

    private void Answer(GuardRailAnswer answer, int hours = 1) => _line.GuardRails.Recorded.Add(new RecordedAnswer(CommandLine.Now.AddHours(-hours), null, answer));
}
