using System.Text;
using RestoreDrill.Sandbox.Iam.Mfa;

namespace RestoreDrill.Sandbox.Tests.Iam;

public sealed class TimeCodeTests
{
    /// <summary>RFC 6238, appendix B, SHA-1: the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_is_that_of_the_standard(long seconds, string code) => Assert.Equal(
        code, TimeCode.Of(Encoding.ASCII.GetBytes("12345678901234567890"), TimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secret_is_written_as_the_standard_has_it(string secret, string letters) => Assert.Equal(letters, Base32.Of(Encoding.ASCII.GetBytes(secret)));
}
