using RestoreDrill.Core.GuardRails;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Service;

public sealed class GuardRailAnswersTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task Latest_answer_of_each_guard_rail_comes_back_for_the_accounts_and_for_each_database()
    {
        var run = await OpenAsync();
        await Store.RecordAsync([Answer("vault-lock", GuardRailState.Holds), Answer("newest-copy", GuardRailState.Holds, "courses"), Answer("newest-copy", GuardRailState.Broken, "билинг")], null, Ct);
        await Store.RecordAsync([Answer("vault-lock", GuardRailState.NotCheckable), Answer("newest-copy", GuardRailState.Broken, "courses") with { Found = "from \0 AWS 🙂" }], run.Id, Ct);

        var latest = (await Store.LatestAnswersAsync(Ct)).ToDictionary(static one => (one.Answer.Rail, one.Answer.Database));

        Assert.Equal(3, latest.Count);
        Assert.Equal((GuardRailState.NotCheckable, run.Id), (latest[("vault-lock", null)].Answer.State, latest[("vault-lock", null)].Run));
        Assert.Equal((GuardRailState.Broken, "from \u2400 AWS 🙂"), (latest[("newest-copy", "courses")].Answer.State, latest[("newest-copy", "courses")].Answer.Found));
        Assert.Null(latest[("newest-copy", "билинг")].Run);
        Assert.Equal(latest[("vault-lock", null)].At, latest[("newest-copy", "courses")].At);
        Assert.InRange(latest[("vault-lock", null)].At, run.CreatedAt, run.CreatedAt.AddMinutes(5));
    }

    [Fact]
    public async Task Answers_are_not_changed_and_not_removed()
    {
        await Store.RecordAsync([Answer("vault-lock", GuardRailState.Broken)], null, Ct);

        foreach (var change in (string[])["update restoredrill.guard_rail_answer set state = 'holds'", "delete from restoredrill.guard_rail_answer", "truncate restoredrill.guard_rail_answer"])
        {
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => ScalarAsync<object>(change));
        }

        Assert.Equal(GuardRailState.Broken, Assert.Single(await Store.LatestAnswersAsync(Ct)).Answer.State);
    }

    [Fact]
    public async Task Nothing_recorded_is_nothing_found()
    {
        await Store.RecordAsync([], null, Ct);

        Assert.Empty(await Store.LatestAnswersAsync(Ct));
    }

    private static GuardRailAnswer Answer(string rail, GuardRailState state, string? database = null) => new(rail, state, "found") { Database = database };
}
