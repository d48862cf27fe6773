using RestoreDrill.Dashboard.Html;

namespace RestoreDrill.Dashboard.Tests.Html;

public sealed class MomentsTests
{
    [Theory]
    [InlineData(-300, "under 1 s")]
    [InlineData(0.4, "under 1 s")]
    [InlineData(59.9, "59 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(7500, "2 h 05 min")]
    [InlineData(273_600, "3 d 4 h")]
    public void Span_is_read_in_its_two_largest_units(double seconds, string text) => Assert.Equal(text, Moments.Span(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Moment_is_told_in_UTC() => Assert.Equal(
        "<time datetime=\"2026-11-22T23:05:07Z\">2026-11-22 23:05:07</time>",
        Moments.Of(new DateTimeOffset(2026, 11, 23, 1, 5, 7, TimeSpan.FromHours(2))).ToString());
}
