using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Sessions;

/// <summary>Logins whose password is made for each connection, as an IAM token is: long, full of signs, and useless a while later.</summary>
public sealed class FreshPasswordTests(RestoredInstance instance) : IAsyncLifetime
{
    private const string Role = "by_token";

    public async ValueTask InitializeAsync() => await instance.AsAdminAsync("postgres", $"CREATE ROLE {Role} LOGIN");

    public async ValueTask DisposeAsync()
    {
        await instance.AsAdminAsync("postgres", $"DROP ROLE {Role}");
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Each_connection_has_a_password_of_its_own()
    {
        var made = 0;
        var login = Login(_ => Task.FromResult(MasterPassword.Of(Token(++made))));

        await AcceptAsync(Token(1));
        var first = await instance.Reader.IdentifyAsync(login, default);
        await AcceptAsync(Token(2));
        var second = await instance.Reader.IdentifyAsync(login, default);

        Assert.Equal(first.SystemIdentifier, second.SystemIdentifier);
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Password_that_is_not_accepted_is_a_refusal_that_does_not_tell_it()
    {
        var refusal = await Assert.ThrowsAsync<InstanceUnreachableException>(
            () => instance.Reader.IdentifyAsync(Login(static _ => Task.FromResult(MasterPassword.Of(Token(1)))), default));

        Assert.Equal("28P01", refusal.SqlState);
        Assert.DoesNotContain("X-Amz-Signature", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_that_cannot_be_made_says_why()
    {
        var refusal = await Assert.ThrowsAsync<InstanceUnreachableException>(() => instance.Reader.IdentifyAsync(
            Login(static _ => Task.FromException<MasterPassword>(new InstanceUnreachableException("No IAM token can be made: not authorized.", null, new TimeoutException()))), default));

        Assert.Equal("No IAM token can be made: not authorized.", refusal.Message);
    }

    /// <summary>From now on this password only.</summary>
    private Task AcceptAsync(string password) => instance.AsAdminAsync("postgres", $"ALTER ROLE {Role} PASSWORD '{password}'");

    private static string Token(int number) =>
        $"courses.rds.amazonaws.com:5432/?Action=connect&DBUser={Role}&X-Amz-Credential=ASIA%2F20260301&X-Amz-Security-Token={new string('x', 1200)}%3D%3D&X-Amz-Signature={number}";

    private InstanceLogin Login(Func<CancellationToken, Task<MasterPassword>> password) =>
        instance.Login with { User = Role, Password = null, PasswordOfConnection = password };
}
