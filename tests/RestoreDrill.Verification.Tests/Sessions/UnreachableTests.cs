using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Sandbox.Certificates;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Sessions;

public sealed class UnreachableTests(RestoredInstance instance)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wrong_password_is_unreachable_with_its_code_and_is_never_shown()
    {
        var error = await RefusedAsync(instance.Login with { Password = MasterPassword.Of("Wrong-and-secret-0815") });

        Assert.Equal("28P01", error.SqlState);
        Assert.Contains($"localhost:{instance.Cluster.Port}", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"Master User\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("ModifyDBInstance", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrong-and-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_of_another_authority_is_unreachable_and_names_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("restoredrill-ca-").FullName;
        var other = await SandboxCertificates.EnsureAsync(folder, TimeProvider.System, Ct);

        var error = await RefusedAsync(instance.Login with { RootCertificate = other.AuthorityFile });
        Directory.Delete(folder, recursive: true);

        Assert.Null(error.SqlState);
        Assert.Contains(other.AuthorityFile, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_that_the_certificate_does_not_name_is_unreachable()
    {
        await using var relay = new Relay("127.0.0.2", instance.Cluster.Port);

        var error = await RefusedAsync(instance.Login with { Host = "127.0.0.2", Port = relay.Port });

        Assert.Contains("certificate has to name 127.0.0.2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relayed_connection_that_the_certificate_names_is_taken()
    {
        await using var relay = new Relay("127.0.0.1", instance.Cluster.Port);

        var identity = await instance.Reader.IdentifyAsync(instance.Login with { Host = "127.0.0.1", Port = relay.Port }, Ct);

        Assert.NotNull(identity.SystemIdentifier);
    }

    [Fact]
    public async Task Missing_root_certificate_is_unreachable_and_says_so()
    {
        var error = await RefusedAsync(instance.Login with { RootCertificate = "/nowhere/ca.pem" });

        Assert.Contains("/nowhere/ca.pem has to exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_without_an_address_is_unreachable()
    {
        var error = await RefusedAsync(instance.Login with { Host = "no-such-host.invalid" });

        Assert.Contains("no-such-host.invalid", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_server_is_unreachable_for_every_question()
    {
        await using var own = await RestoredInstance.StartAsync();
        var login = own.Login;
        await own.Cluster.StopAsync(Ct);
        var relation = new ListedRelation(new RelationName("school", "public", "t"), RelationKind.Table, 0, 0);
        var check = new UserCheck { Name = "c", Database = "school", Sql = "SELECT 1", Expect = new Expectation { EqualTo = "1" } };

        Func<Task>[] questions =
        [
            () => own.Reader.IdentifyAsync(login, Ct), () => own.Reader.ListAsync(login, Ct), () => own.Reader.ReadAsync(login, relation, 1, Ct),
            () => own.Reader.CheckAsync(login, check, DateTimeOffset.UnixEpoch, Ct),
        ];

        foreach (var question in questions)
        {
            var error = await Assert.ThrowsAsync<InstanceUnreachableException>(question);
            Assert.Null(error.SqlState);
            Assert.Contains("refused", error.Message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(RestoredInstance.Password, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cancelled_question_is_cancelled_and_not_unreachable()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => instance.Reader.IdentifyAsync(instance.Login, cancelled.Token));
    }

    [Fact]
    public async Task Identity_is_the_cluster_s_own()
    {
        var identity = await instance.Reader.IdentifyAsync(instance.Login, Ct);

        Assert.Equal(await instance.AskAdminAsync<long>("postgres", "SELECT system_identifier FROM pg_control_system()"), long.Parse(identity.SystemIdentifier!));
        Assert.Equal(await instance.AskAdminAsync<int>("postgres", "SELECT current_setting('server_version_num')::int"), identity.ServerVersionNumber);
        Assert.Null(identity.SystemIdentifierReason);
    }

    [Fact]
    public async Task Identity_that_is_refused_is_not_available_with_the_reason()
    {
        await instance.AsAdminAsync("postgres", "REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC");
        var identity = await instance.Reader.IdentifyAsync(instance.Login, Ct);
        await instance.AsAdminAsync("postgres", "GRANT EXECUTE ON FUNCTION pg_control_system() TO PUBLIC");

        Assert.Null(identity.SystemIdentifier);
        Assert.Contains("42501: permission denied for function pg_control_system", identity.SystemIdentifierReason, StringComparison.Ordinal);
    }

    private async Task<InstanceUnreachableException> RefusedAsync(InstanceLogin login) =>
        await Assert.ThrowsAsync<InstanceUnreachableException>(() => instance.Reader.IdentifyAsync(login, Ct));
}
