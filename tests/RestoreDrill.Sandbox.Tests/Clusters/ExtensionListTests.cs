using Npgsql;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Tests.Clusters;

public sealed class ExtensionListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Master_may_create_and_call_what_is_listed_and_nothing_else()
    {
        Assert.True(ExtensionList.IsEnforceable, "The library pgextwlist is not installed: run eng/postgresql.sh.");
        await using var postgres = await TemporaryPostgres.StartLikeRdsAsync("Master", "secret", "courses", Ct);
        await using var master = await Query.OpenAsync(postgres.ConnectionString);

        await Query.RunAsync(master, "CREATE EXTENSION amcheck; SELECT bt_index_check('pg_class_oid_index', true)");
        await Query.RunAsync(master, "CREATE EXTENSION hstore; DROP EXTENSION hstore");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.RunAsync(master, "CREATE EXTENSION file_fdw"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        await Assert.ThrowsAsync<PostgresException>(() => Query.RunAsync(master, "SET extwlist.extensions = 'file_fdw'"));
        Assert.Equal(PostgresCluster.AdminUser, await Query.ScalarAsync<string>(master, "SELECT extowner::regrole::text FROM pg_extension WHERE extname = 'amcheck'"));
    }

    [Fact]
    public async Task What_is_withheld_can_be_created_and_not_called()
    {
        var withheld = new ExtensionList(["amcheck"], MayExecute: false);
        await using var postgres = await TemporaryPostgres.StartLikeRdsAsync("Master", "secret", "courses", Ct, extensions: withheld);
        await using var master = await Query.OpenAsync(postgres.ConnectionString);

        await Query.RunAsync(master, "CREATE EXTENSION amcheck");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.RunAsync(master, "SELECT bt_index_check('pg_class_oid_index', true)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task What_is_taken_off_the_list_cannot_be_created()
    {
        await using var postgres = await TemporaryPostgres.StartLikeRdsAsync("Master", "secret", "courses", Ct, extensions: ExtensionList.LikeRds.Without("amcheck"));
        await using var master = await Query.OpenAsync(postgres.ConnectionString);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.RunAsync(master, "CREATE EXTENSION amcheck"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
