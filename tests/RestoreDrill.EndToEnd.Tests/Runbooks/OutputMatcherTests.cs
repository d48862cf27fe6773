namespace RestoreDrill.EndToEnd.Tests.Runbooks;

public sealed class OutputMatcherTests
{
    [Theory]
    [InlineData("one\ntwo", "one\ntwo\n")]
    [InlineData("one   two", "one two")]
    [InlineData("one\n\ntwo", "one\ntwo")]
    [InlineData("...\ntwo", "one\ntwo")]
    [InlineData("...\ntwo", "two")]
    [InlineData("...\ntwo\n...", "one\ntwo\nthree")]
    [InlineData("...\ntwo\n...\nfour", "two\ntwo\nthree\nfour")]
    [InlineData("run … took … s", "run d123 took 4.5 s")]
    [InlineData("run <run> took <time>", "run d123 took 4.5 s")]
    [InlineData("red", "\u001b[31mred\u001b[0m")]
    [InlineData("a (b) [c] *", "a (b) [c] *")]
    public void Output_that_is_promised_agrees(string expected, string got) => Assert.Null(OutputMatcher.Difference(expected, got));

    [Theory]
    [InlineData("one\ntwo", "one\nthree")]
    [InlineData("one\ntwo", "one")]
    [InlineData("one", "one\ntwo")]
    [InlineData("two", "one\ntwo")]
    [InlineData("...\ntwo", "one\ntwo\nthree")]
    [InlineData("...\ntwo\n...\none", "one\ntwo")]
    [InlineData("run … took", "run d123 took 4 s")]
    [InlineData("run … took", "run took")]
    [InlineData("a.c", "abc")]
    [InlineData("one", "One")]
    [InlineData("one", "")]
    public void Output_that_is_not_what_was_promised_differs(string expected, string got) => Assert.NotNull(OutputMatcher.Difference(expected, got));

    [Fact]
    public void Difference_shows_both_and_marks_what_was_not_seen()
    {
        var difference = OutputMatcher.Difference("one\n...\nthree", "one\ntwo")!.ReplaceLineEndings("\n");

        Assert.Equal("expected (> was not seen):\n  | one\n  | ...\n  > three\ngot:\n  | one\n  | two\n", difference);
    }
}
