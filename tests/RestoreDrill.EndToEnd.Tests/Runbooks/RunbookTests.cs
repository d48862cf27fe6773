using RestoreDrill.EndToEnd.Tests.Runbooks.States;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>Every runbook is followed, in the state that it is for, and its reader sees what it says. The runbooks are shared out over classes, which run side by side.</summary>
public abstract class RunbookTests(SharedSandbox shared)
{
    private const int Shares = 3;

    /// <summary>The runbooks of one class, of <see cref="Shares"/>: with the others of them all.</summary>
    protected static TheoryData<string> Share(int share) => [.. Runbook.Names.Where((_, index) => index % Shares == share)];

    protected async Task FollowAsync(string name)
    {
        await using var reader = new RunbookReader(shared, RunbookStates.All);

        var result = await reader.FollowAsync(Runbook.Read(name));

        result.Report();
        Assert.True(result.Failures.Count == 0, string.Join("\n\n", result.Failures));
        Assert.Equal(result.Run, result.Matched);
    }
}
