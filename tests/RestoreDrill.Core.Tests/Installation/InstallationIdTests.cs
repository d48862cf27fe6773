using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Tests.Installation;

public sealed class InstallationIdTests
{
    [Theory]
    [InlineData("ab")]
    [InlineData("a1")]
    [InlineData("acme")]
    [InlineData("abcdefghijklmnop")]
    public void Id_of_2_to_16_lower_case_letters_and_digits_is_taken(string text) => Assert.Equal(text, InstallationId.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("abcdefghijklmnopq")]
    [InlineData("1a")]
    [InlineData("Acme")]
    [InlineData("ac-me")]
    [InlineData("ac_me")]
    [InlineData("acmé")]
    [InlineData("acme ")]
    [InlineData(" acme")]
    [InlineData("acme\n")]
    public void Any_other_text_is_refused(string? text) => Assert.False(InstallationId.TryParse(text, out _));

    [Fact]
    public void Refusal_says_the_rule()
    {
        var refusal = Assert.Throws<FormatException>(() => InstallationId.Parse("Acme"));

        Assert.Equal("'Acme' is not an installation id: 2 to 16 lower-case letters and digits, beginning with a letter.", refusal.Message);
    }

    [Fact]
    public void Id_that_was_never_set_cannot_become_part_of_a_name()
    {
        Assert.Throws<InvalidOperationException>(() => default(InstallationId).Value);
        Assert.Equal("(unset)", default(InstallationId).ToString());
    }
}
