using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Listing;

public sealed class HazardTests : IAsyncLifetime
{
    private const string School = RestoredInstance.Database;
    private RestoredInstance instance = null!;

    public async ValueTask InitializeAsync() => instance = await RestoredInstance.StartAsync();

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    [Fact]
    public async Task What_could_act_on_the_world_is_listed_without_its_secrets()
    {
        await instance.AsAdminAsync(School, "CREATE SUBSCRIPTION feed CONNECTION 'host=db.example.com password=hunter2' PUBLICATION news WITH (connect = false)");
        await instance.AsAdminAsync("postgres", "SELECT pg_create_physical_replication_slot('standby_1')");
        await instance.AsAdminAsync(School, "SELECT pg_create_logical_replication_slot('stream', 'pgoutput')");
        await instance.AsMasterAsync(School, "BEGIN; CREATE TABLE p (); PREPARE TRANSACTION 'two phases'");
        await instance.AsAdminAsync(
            School,
            """
            CREATE FOREIGN DATA WRAPPER far;
            CREATE SERVER billing FOREIGN DATA WRAPPER far OPTIONS (host 'billing.example.com', port '5432', api_key 'hunter2');
            CREATE USER MAPPING FOR PUBLIC SERVER billing OPTIONS (password 'hunter2');
            CREATE FUNCTION tell() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
            CREATE EVENT TRIGGER on_ddl ON ddl_command_end EXECUTE FUNCTION tell();
            CREATE SCHEMA cron; CREATE TABLE cron.job (jobid bigint, schedule text, command text, database text, username text, active boolean);
            INSERT INTO cron.job VALUES (7, '0 * * * *', 'SELECT post(''hunter2'')', 'school', 'app', true);
            """);

        var hazards = (await instance.Reader.ListAsync(instance.Login, TestContext.Current.CancellationToken)).Hazards;
        await instance.AsMasterAsync(School, "ROLLBACK PREPARED 'two phases'");

        Assert.Equal(
            [
                ":replication slot:standby_1",
                "school:event trigger:on_ddl",
                "school:foreign server:billing",
                "school:prepared transaction:two phases",
                "school:replication slot:stream",
                "school:scheduled job:7",
                "school:subscription:feed",
            ],
            hazards.Select(h => $"{h.Database}:{h.Kind}:{h.Name}").Order(StringComparer.Ordinal));
        Assert.All(hazards, h => Assert.DoesNotContain("hunter2", h.ToString(), StringComparison.Ordinal));
        Assert.Contains("billing.example.com", Detail(hazards, "foreign server"), StringComparison.Ordinal);
        Assert.Contains("disabled", Detail(hazards, "subscription"), StringComparison.Ordinal);
        Assert.Contains("tell", Detail(hazards, "event trigger"), StringComparison.Ordinal);
        Assert.Contains("0 * * * *", Detail(hazards, "scheduled job"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instance_without_any_lists_none()
    {
        Assert.Empty((await instance.Reader.ListAsync(instance.Login, TestContext.Current.CancellationToken)).Hazards);
    }

    [Fact]
    public async Task Jobs_that_cannot_be_listed_are_a_hazard_of_their_own()
    {
        await instance.AsAdminAsync(
            School, "CREATE SCHEMA cron; CREATE TABLE cron.job (jobid bigint); ALTER TABLE cron.job ENABLE ROW LEVEL SECURITY; ALTER TABLE cron.job FORCE ROW LEVEL SECURITY");

        var hazard = Assert.Single((await instance.Reader.ListAsync(instance.Login, TestContext.Current.CancellationToken)).Hazards);

        Assert.Equal((School, "scheduled job", "(not listed)"), (hazard.Database, hazard.Kind, hazard.Name));
    }

    private static string Detail(IEnumerable<Hazard> hazards, string kind) => hazards.First(h => h.Kind == kind).Detail;
}
