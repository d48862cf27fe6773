using RestoreDrill.EndToEnd.Tests.Runbooks.States;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>Every runbook is followed, in the state that it is for, and its reader sees what it says. Their parts are shared out over classes, which run side by side.</summary>
public abstract class RunbookTests(SharedSandbox shared, PreparedSites prepared)
{
    private const int Shares = 3;

    private static readonly IReadOnlyList<(string Name, int Part)> All =
        [.. Runbook.Names.SelectMany(static name => Runbook.Read(name).PartsBy(RunbookStates.All).Select((_, part) => (name, part)))];

    /// <summary>What one class follows, of <see cref="Shares"/>: with the others every part of every runbook.</summary>
    protected static TheoryData<string, int> Share(int share) => [.. All.Where((_, index) => index % Shares == share)];

    protected async Task FollowAsync(string name, int part)
    {
        await using var reader = new RunbookReader(shared, prepared, RunbookStates.All);

        var result = await reader.FollowAsync(Runbook.Read(name).PartsBy(RunbookStates.All)[part]);

        result.Report(part);
        Assert.True(result.Failures.Count == 0, string.Join("\n\n", result.Failures));
        Assert.Equal(result.Run, result.Matched);
    }
}
