using System.Globalization;
using RestoreDrill.Host.Restoring;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class AskedMomentTests
{
    [Theory]
    [InlineData("2026-02-03T21:00:00Z", "2026-02-03T21:00:00Z")]
    [InlineData("2026-02-03T21:00Z", "2026-02-03T21:00:00Z")]
    [InlineData("2026-02-03 21:00:00Z", "2026-02-03T21:00:00Z")]
    [InlineData("2026-02-03T21:00:00.5Z", "2026-02-03T21:00:00.5Z")]
    [InlineData("2026-02-03T22:00:00+01:00", "2026-02-03T21:00:00Z")]
    [InlineData("2026-02-03 21:00 UTC", "2026-02-03T21:00:00Z")]
    public void Moment_that_can_be_read_in_one_way_is_taken(string text, string moment) => Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), AskedMoment.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-03")]
    [InlineData("2026-02-03T21:00:00")]
    [InlineData("2026-02-03 21:00")]
    [InlineData("02/03/2026 21:00:00Z")]
    [InlineData("03.02.2026 21:00 UTC")]
    [InlineData("21:00Z")]
    [InlineData("Feb 3 2026 21:00 UTC")]
    [InlineData("2026-02-30T21:00:00Z")]
    [InlineData("2026-02-03 21:00 CET")]
    public void Anything_else_is_not(string text) => Assert.Null(AskedMoment.Of(text));
}
