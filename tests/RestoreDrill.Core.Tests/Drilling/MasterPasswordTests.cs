using System.Text.Json;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Tests.Drilling;

public sealed class MasterPasswordTests
{
    [Fact]
    public void Generated_password_obeys_RDS_character_rules()
    {
        for (var i = 0; i < 500; i++)
        {
            var password = MasterPassword.Generate().Reveal();

            Assert.InRange(password.Length, 8, 128);
            Assert.All(password, static character => Assert.InRange(character, '!', '~'));
            Assert.Equal(-1, password.IndexOfAny(['/', '\'', '"', '@', ' ']));
        }
    }

    [Fact]
    public void Each_password_is_another() =>
        Assert.Equal(200, Enumerable.Range(0, 200).Select(static _ => MasterPassword.Generate().Reveal()).Distinct().Count());

    [Fact]
    public void Password_shows_itself_only_where_it_is_asked_to()
    {
        var password = MasterPassword.Of("swordfish-swordfish");
        var login = new InstanceLogin("host", 5432, "master", password, "ca.pem");

        Assert.Equal("(secret)", password.ToString());
        Assert.DoesNotContain("swordfish", $"{password} {login}", StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", JsonSerializer.Serialize(login) + CanonicalJson.Write(login), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_password_is_refused() => Assert.Throws<ArgumentException>(() => MasterPassword.Of(string.Empty));
}
