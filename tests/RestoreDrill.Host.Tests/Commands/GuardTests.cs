using RestoreDrill.Core.GuardRails;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class GuardTests
{
    [Fact]
    public async Task Guard_rails_that_all_hold_exit_0()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("guard"));

        Assert.Contains($"All {GuardRailCatalog.All.Count} guard rails hold.", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_guard_rail_exits_1_and_says_what_it_lets_happen()
    {
        using var line = new CommandLine();
        line.GuardRails.Answers["vault-lock"] = GuardRailAnswer.Broken(GuardRailCatalog.VaultLock, "backup vault x has no lock");

        Assert.Equal(1, await line.RunAsync("guard"));

        Assert.Contains("1 guard rail BROKEN, 0 not checkable from here", line.Out, StringComparison.Ordinal);
        Assert.Contains("backup vault x has no lock", line.Out, StringComparison.Ordinal);
        Assert.Contains("removal of copies before their time", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_refusal_keeps_from_being_checked_is_told_once()
    {
        using var line = new CommandLine();
        line.GuardRails.Answers["organisation"] = GuardRailAnswer.NotCheckable(GuardRailCatalog.Organisation, "sts:AssumeRole was refused (request id 1)");
        line.GuardRails.Answers["vault-policy"] = GuardRailAnswer.NotCheckable(GuardRailCatalog.VaultPolicy, "sts:AssumeRole was refused (request id 2)");

        Assert.Equal(1, await line.RunAsync("guard"));

        Assert.Matches("organisation +not checkable from here +sts:AssumeRole was refused \\(request id 1\\)", line.Out);
        Assert.Matches("vault-policy +not checkable from here +as organisation", line.Out);
    }

    [Fact]
    public async Task Guard_rail_that_cannot_be_checked_is_never_green()
    {
        using var line = new CommandLine();
        line.GuardRails.Answers["organisation"] = GuardRailAnswer.NotCheckable(GuardRailCatalog.Organisation, "organizations:ListParents was refused");

        Assert.Equal(1, await line.RunAsync("guard", "--output", "json"));

        Assert.Contains("\"state\": \"notCheckable\"", line.Out, StringComparison.Ordinal);
        Assert.Contains("organizations:ListParents was refused", line.Out, StringComparison.Ordinal);
    }
}
