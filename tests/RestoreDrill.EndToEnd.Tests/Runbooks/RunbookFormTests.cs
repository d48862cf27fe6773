using RestoreDrill.EndToEnd.Tests.Runbooks.States;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>Every runbook can be followed by a test, as far as its text alone shows.</summary>
public sealed class RunbookFormTests
{
    public static TheoryData<string> All => [.. Runbook.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Runbook_has_the_form_in_which_it_can_be_followed_and_names_states_that_there_are(string name)
    {
        var runbook = Runbook.Read(name);

        Assert.Empty(runbook.Problems);
        Assert.All(runbook.Blocks, static block => Assert.True(block.State is null || RunbookStates.All.ContainsKey(block.State), $"line {block.Line}: there is no state '{block.State}'."));
        if (runbook.Blocks.FirstOrDefault(static block => block.NotRun is null) is { } first)
        {
            Assert.NotNull(first.State);
        }
    }
}
