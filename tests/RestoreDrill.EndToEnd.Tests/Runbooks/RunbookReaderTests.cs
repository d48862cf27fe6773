using RestoreDrill.EndToEnd.Tests.Runbooks.States;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>A runbook that does not say what is so fails, in whichever way it does.</summary>
public sealed class RunbookReaderTests(SharedSandbox shared, PreparedSites prepared)
{
    private const string Text =
        """
        <!-- state: ready -->
        ```sh
        restoredrill runs --database <database>
        ```

        You should see:

        ```text
        No run.
        ```

        <!-- typed: <word> -->
        ```sh
        test -t 0
        read typed
        echo "you typed $typed"
        exit 3
        ```

        You should see, with exit code 3:

        ```text
        ...
        you typed courses
        ```

        <!-- not run: needs the AWS CLI -->
        ```sh
        aws rds describe-db-instances
        ```
        """;

    [Fact]
    public async Task Runbook_that_says_what_is_so_matches_and_every_change_of_it_fails()
    {
        var states = new Dictionary<string, RunbookState>
        {
            ["ready"] = RunbookState.From(Beginning.Bare, static site =>
            {
                site.Set("word", "courses");
                return Task.CompletedTask;
            }),
        };

        var good = await FollowAsync(states, Text);
        Assert.Empty(good.Failures);
        Assert.Equal("something.md\t2\t2\t1\tneeds the AWS CLI", good.Line);

        Assert.Contains("> No run!", Assert.Single((await FollowAsync(states, Change("No run.", "No run!"))).Failures), StringComparison.Ordinal);
        Assert.Contains("exit code 3, expected 0", Assert.Single((await FollowAsync(states, Change(", with exit code 3", ""))).Failures), StringComparison.Ordinal);
        Assert.Contains("no value for <name>", Assert.Single((await FollowAsync(states, Change("<word>", "<name>"))).Failures), StringComparison.Ordinal);
        Assert.Contains("no state 'lost'", Assert.Single((await FollowAsync(states, Change("ready", "lost"))).Failures), StringComparison.Ordinal);
        Assert.Contains("neither", Assert.Single((await FollowAsync(states, Change("<!-- not run: needs the AWS CLI -->\n", ""))).Failures), StringComparison.Ordinal);
    }

    private static string Change(string from, string to) => Text.ReplaceLineEndings("\n").Replace(from, to, StringComparison.Ordinal);

    private async Task<RunbookResult> FollowAsync(Dictionary<string, RunbookState> states, string text)
    {
        await using var reader = new RunbookReader(shared, prepared, states);
        return await reader.FollowAsync(RunbookParser.Parse("something.md", text));
    }
}
