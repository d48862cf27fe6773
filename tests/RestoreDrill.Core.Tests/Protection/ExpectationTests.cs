using System.Globalization;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.Tests.Protection;

public sealed class ExpectationTests
{
    public static TheoryData<Expectation, string> Expectations => new()
    {
        { new Expectation { EqualTo = "it's" }, "equal to 'it's'" },
        { new Expectation { EqualTo = string.Empty }, "equal to ''" },
        { new Expectation { AtLeast = 1000.5m }, "at least 1000.5" },
        { new Expectation { AtMost = -3 }, "at most -3" },
        { new Expectation { AtLeast = 10, AtMost = 20.5m }, "between 10 and 20.5" },
        { new Expectation { NoRows = true }, "no rows" },
        { new Expectation { NewerThan = TimeSpan.FromHours(26) }, "newer than 1.02:00:00 before the data's own time" },
    };

    [Theory]
    [MemberData(nameof(Expectations))]
    public void Expectation_says_itself_in_words_and_comes_back_from_JSON(Expectation expectation, string words)
    {
        Assert.Equal(words, expectation.ToString());
        Assert.Equal(1, expectation.MembersSet);
        Assert.Equal(expectation, CanonicalJson.Read<Expectation>(CanonicalJson.Write(expectation)));
    }

    [Fact]
    public void Words_are_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;

            Assert.Equal("at least 0.5", new Expectation { AtLeast = 0.5m }.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Members_that_are_set_are_counted()
    {
        Assert.Equal(0, new Expectation().MembersSet);
        Assert.Equal(1, new Expectation { AtLeast = 0, AtMost = 0 }.MembersSet);
        Assert.Equal(4, new Expectation { EqualTo = "1", AtLeast = 0, AtMost = 0, NoRows = true, NewerThan = TimeSpan.Zero }.MembersSet);
    }
}
