using System.Text.RegularExpressions;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Runs;

public sealed class RunIdTests
{
    [Theory]
    [InlineData(RunKind.Copy, 'c')]
    [InlineData(RunKind.Drill, 'd')]
    [InlineData(RunKind.Restore, 'r')]
    public void New_id_begins_with_its_kind_and_has_twelve_characters_that_can_be_read_back(RunKind kind, char letter)
    {
        var random = new Random(7);
        for (var i = 0; i < 1000; i++)
        {
            var id = RunId.New(kind, Sample.Now.AddSeconds(i * 977), random);

            Assert.Equal(12, id.Value.Length);
            Assert.Equal((letter, kind), (id.Value[0], id.Kind));
            Assert.Equal(id, RunId.Parse(id.Value));
            Assert.False(Regex.IsMatch(id.Value, "[ilou]"), "letters that are misread at night");
        }
    }

    [Fact]
    public void Ids_sort_by_the_second_they_were_made_in()
    {
        var random = new Random(7);
        var made = Enumerable.Range(0, 500).Select(i => RunId.New(RunKind.Copy, Sample.Now.AddSeconds(i * 131071L), random).Value).ToList();

        Assert.Equal(made, made.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_097_660)]
    [InlineData((1L << 30) - 1)]
    public void Id_tells_the_second_it_was_made_in(long seconds)
    {
        var second = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds);

        Assert.Equal(second, RunId.New(RunKind.Drill, second.AddMilliseconds(999), new Random(7)).MadeAt);
    }

    [Fact]
    public void Ids_of_the_same_second_differ_by_chance()
    {
        var random = new Random(7);
        var made = Enumerable.Range(0, 100).Select(_ => RunId.New(RunKind.Copy, Sample.Now, random)).ToList();

        Assert.Equal(100, made.Distinct().Count());
        Assert.Single(made.Select(static id => id.Value[..7]).Distinct());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c0000000000")]
    [InlineData("c000000000000")]
    [InlineData("e00000000000")]
    [InlineData("C00000000000")]
    [InlineData("c0000000000i")]
    [InlineData("c0000000000l")]
    [InlineData("c0000000000o")]
    [InlineData("c0000000000u")]
    [InlineData("c0000000000-")]
    [InlineData("c00000000000\n")]
    public void Text_of_another_form_is_refused(string? text) => Assert.False(RunId.TryParse(text, out _));

    [Fact]
    public void Refusal_names_the_text() =>
        Assert.Equal("'latest' is not a run id.", Assert.Throws<FormatException>(() => RunId.Parse("latest")).Message);

    [Fact]
    public void Id_that_was_never_set_has_no_value()
    {
        Assert.Throws<InvalidOperationException>(() => default(RunId).Value);
        Assert.Equal("(unset)", default(RunId).ToString());
    }
}
