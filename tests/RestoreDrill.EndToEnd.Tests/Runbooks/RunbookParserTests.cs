namespace RestoreDrill.EndToEnd.Tests.Runbooks;

public sealed class RunbookParserTests
{
    private const string Good =
        """
        # Something happened

        1. Look:

           <!-- state: something -->
           ```sh
           restoredrill status
           ```

           You should see, with exit code 1:

           ```text
           ...
             red
           ```

        <!-- typed: <phrase>; yes -->
        ```bash
        restoredrill apply
        ```

        You should see:

        ```text
        done
        ```

        <!-- not run: needs the AWS CLI -->
        ```sh
        aws rds describe-db-instances
        ```
        """;

    [Fact]
    public void Blocks_are_read_with_what_stands_around_them()
    {
        var runbook = Parse(Good);

        Assert.Empty(runbook.Problems);
        Assert.Equal(3, runbook.Blocks.Count);
        Assert.Equal(("something", "restoredrill status", "...\n  red", 1), (runbook.Blocks[0].State, runbook.Blocks[0].Command, runbook.Blocks[0].Expected, runbook.Blocks[0].ExitCode));
        Assert.Equal(7, runbook.Blocks[0].Line);
        Assert.Equal((null, "done", 0), (runbook.Blocks[1].State, runbook.Blocks[1].Expected, runbook.Blocks[1].ExitCode));
        Assert.Equal(["<phrase>", "yes"], runbook.Blocks[1].Typed);
        Assert.Empty(runbook.Blocks[0].Typed);
        Assert.Equal("needs the AWS CLI", runbook.Blocks[2].NotRun);
        Assert.Null(runbook.Blocks[1].NotRun);
    }

    [Theory]
    [InlineData("<!-- not run: needs the AWS CLI -->", "", "neither")]
    [InlineData("You should see:", "You may see:", "neither")]
    [InlineData("done", "...", "promises nothing")]
    [InlineData("done", "<words>", "promises nothing")]
    [InlineData("```bash", "```", "does not say whether it is a command")]
    [InlineData("<!-- typed:", "<!-- types:", "is not known")]
    public void What_would_let_a_block_go_unjudged_is_a_problem(string from, string to, string says) =>
        Assert.Contains(Parse(Good.Replace(from, to, StringComparison.Ordinal)).Problems, problem => problem.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Runbook_without_a_command_is_a_problem() => Assert.Contains("no command block", Assert.Single(Parse("# Words\n\n```text\nonly\n```\n").Problems), StringComparison.Ordinal);

    [Fact]
    public void Block_that_is_not_closed_is_a_problem() =>
        Assert.Contains(Parse("<!-- not run: why -->\n```sh\nrestoredrill status\n").Problems, static problem => problem.Contains("not closed", StringComparison.Ordinal));

    private static Runbook Parse(string text) => RunbookParser.Parse("something.md", text);
}
