using Npgsql;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Tests.Clusters;

public sealed class LikeRdsTests : IAsyncLifetime
{
    private const string Password = "it's a \"test\" \\ password";
    private TemporaryPostgres postgres = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => postgres = await TemporaryPostgres.StartLikeRdsAsync("Master", Password, "courses", Ct);

    public ValueTask DisposeAsync() => postgres.DisposeAsync();

    [Fact]
    public async Task Tls_is_verified_in_full_and_plaintext_or_another_authority_refused()
    {
        Assert.Equal("TLSv1.3", await Query.ScalarAsync<string>(
            postgres.ConnectionString, "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"));

        var plain = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { SslMode = SslMode.Disable, RootCertificate = null };
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.ScalarAsync<int>(plain.ConnectionString, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidAuthorizationSpecification, refused.SqlState);

        await using var other = await TemporaryPostgres.StartLikeRdsAsync("other", "other-password", "other", Ct);
        var stranger = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { RootCertificate = other.AuthorityFile };
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Query.ScalarAsync<int>(stranger.ConnectionString, "SELECT 1"));
        var byAddress = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Host = "127.0.0.1" };
        Assert.Equal(1, await Query.ScalarAsync<int>(byAddress.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Master_is_no_superuser_and_cannot_read_what_it_does_not_own()
    {
        await using var master = await Query.OpenAsync(postgres.ConnectionString);
        Assert.Equal("f|t|t|f|f|t", await Query.ScalarAsync<string>(master, """
            SELECT concat_ws('|', rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, pg_has_role(rolname, 'rds_superuser', 'member'))
            FROM pg_roles WHERE rolname = current_user
            """));
        Assert.True(await Query.ScalarAsync<bool>(master, "SELECT pg_has_role(current_user, 'pg_monitor', 'usage')"));
        Assert.False(await Query.ScalarAsync<bool>(master, "SELECT pg_has_role(current_user, 'pg_read_all_data', 'member')"));
        await Query.RunAsync(master, """
            CREATE ROLE app; GRANT app TO CURRENT_USER; GRANT CREATE ON DATABASE courses TO app;
            SET ROLE app; CREATE SCHEMA app; CREATE TABLE app.t (n int); RESET ROLE; REVOKE app FROM CURRENT_USER
            """);

        var denied = await Assert.ThrowsAsync<PostgresException>(() => Query.ScalarAsync<long>(master, "SELECT count(*) FROM app.t"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
        denied = await Assert.ThrowsAsync<PostgresException>(() => Query.RunAsync(master, "ALTER ROLE app BYPASSRLS"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
        await Query.RunAsync(master, "CHECKPOINT");
    }

    [Fact]
    public async Task Database_rdsadmin_is_listed_and_closed_to_the_master()
    {
        Assert.Equal(PostgresCluster.AdminUser, await Query.ScalarAsync<string>(
            postgres.ConnectionString, "SELECT datdba::regrole::text FROM pg_database WHERE datname = 'rdsadmin'"));
        Assert.Equal("\"Master\"", await Query.ScalarAsync<string>(
            postgres.ConnectionString, "SELECT datdba::regrole::text FROM pg_database WHERE datname = 'courses'"));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.OpenAsync(postgres.ConnectionStringTo("rdsadmin")));

        Assert.Equal(PostgresErrorCodes.InvalidAuthorizationSpecification, refused.SqlState);
    }

    [Fact]
    public async Task Changed_master_password_replaces_the_old_one_and_is_in_no_log()
    {
        const string replacement = "a-new-password-for-the-test";
        await using var open = await Query.OpenAsync(postgres.ConnectionString);
        await Query.RunAsync(open, "DO $$ BEGIN IF current_user <> 'Master' THEN RAISE EXCEPTION 'not the master'; END IF; END $$");

        await RdsRoles.SetMasterPasswordAsync(postgres.Cluster, "Master", replacement, Ct);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.OpenAsync(postgres.ConnectionString));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        var renewed = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = replacement };
        Assert.Equal(1, await Query.ScalarAsync<int>(renewed.ConnectionString, "SELECT 1"));
        Assert.Equal(1, await Query.ScalarAsync<int>(open, "SELECT 1"));
        Assert.DoesNotContain(replacement, await File.ReadAllTextAsync(postgres.Cluster.LogFile, Ct), StringComparison.Ordinal);
    }
}
