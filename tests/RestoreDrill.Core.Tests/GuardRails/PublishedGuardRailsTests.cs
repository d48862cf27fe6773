using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Policies;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>docs/isolation.md says what the code looks at.</summary>
public sealed class PublishedGuardRailsTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "isolation.md"));

    [Fact]
    public void Table_is_the_catalogue()
    {
        var rows = Text[Text.IndexOf("## Guard rails", StringComparison.Ordinal)..].Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal) && GuardRailCatalog.All.Any(rail => line.StartsWith($"| `{rail.Id}` |", StringComparison.Ordinal)));

        Assert.Equal(GuardRailCatalog.All.Select(static rail => $"| `{rail.Id}` | {rail.Says} | {rail.ProtectsFrom} | {rail.CheckedBy} |"), rows);
    }

    [Fact]
    public void Every_required_denial_is_named()
    {
        var section = Text[Text.IndexOf("### Service control policies", StringComparison.Ordinal)..];

        Assert.All(VaultDenies.ByControls(["r"], "m", "b", "c"), deny => Assert.Matches($"`({deny.Action.Split(':')[0]}:)?{deny.Action.Split(':')[1]}`", section));
    }
}
