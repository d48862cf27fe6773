using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Facts;

public sealed class FactDepositorTests
{
    private static readonly FactObject Fact = FactSamples.Verdict(RunOutcome.Pass, Sample.Now);

    private readonly MemoryFactStore _store = new(Sample.Now);
    private readonly FakeTimeProvider _time = new(Sample.Now);

    [Fact]
    public async Task Fact_is_put_once_however_often_the_step_is_repeated()
    {
        var first = await PutAsync();
        _time.Advance(TimeSpan.FromHours(1));
        var second = await PutAsync();

        Assert.Equal((FactDepositOutcome.Stored, true), (first.Outcome, first.IsKept));
        Assert.Equal((FactDepositOutcome.AlreadyThere, true, first.Version), (second.Outcome, second.IsKept, second.Version));
        Assert.Equal(1, _store.Count);
    }

    [Fact]
    public async Task Put_whose_answer_was_lost_finds_its_own_fact()
    {
        _store.LosesAnswer = true;

        var deposit = await PutAsync();

        Assert.Equal((FactDepositOutcome.AlreadyThere, true), (deposit.Outcome, deposit.IsKept));
    }

    [Fact]
    public async Task Fact_under_a_delete_marker_is_there_and_its_first_version_counts()
    {
        var first = await PutAsync();
        _store.Lay(Fact.Key.ToString(), null);

        var second = await PutAsync();

        Assert.Equal((FactDepositOutcome.AlreadyThere, first.Version), (second.Outcome, second.Version));
    }

    [Fact]
    public async Task Key_that_something_else_took_first_is_no_place_for_the_fact()
    {
        _store.Lay(Fact.Key.ToString(), "{}"u8.ToArray());

        var deposit = await PutAsync();

        Assert.Equal((FactDepositOutcome.Taken, false), (deposit.Outcome, deposit.IsKept));
        Assert.Contains("is taken by another object: its digest is", deposit.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 0, "is not locked")]
    [InlineData("GOVERNANCE", 90, "is locked in GOVERNANCE mode")]
    [InlineData("COMPLIANCE", 30, "is locked in COMPLIANCE mode until 2026-03-31 02:00 UTC, and not in COMPLIANCE mode until 2026-05-29 02:00 UTC")]
    public async Task Fact_that_could_be_deleted_before_its_time_is_not_kept(string? mode, int days, string problem)
    {
        _store.Lock = new FactLock(mode, mode is null ? null : Sample.Now.AddDays(days));

        var deposit = await PutAsync();

        Assert.Equal((FactDepositOutcome.Stored, false), (deposit.Outcome, deposit.IsKept));
        Assert.Contains(problem, deposit.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fact_that_nobody_could_read_back_is_not_put()
    {
        var deposit = await PutAsync(FactSamples.Options with { LongestDocument = Fact.Document.Length - 1 });

        Assert.Equal((FactDepositOutcome.TooLong, false, 0), (deposit.Outcome, deposit.IsKept, _store.Count));
        Assert.Contains("it was not put into", deposit.Problem, StringComparison.Ordinal);
        Assert.True((await PutAsync(FactSamples.Options with { LongestDocument = Fact.Document.Length })).IsKept);
    }

    [Fact]
    public async Task Default_of_the_bucket_is_enough_where_no_retention_is_configured()
    {
        _store.Lock = new FactLock("COMPLIANCE", Sample.Now.AddDays(1));

        Assert.True((await PutAsync(FactSamples.Options with { Retention = null })).IsKept);
    }

    private Task<FactDeposit> PutAsync(FactStoreOptions? options = null) =>
        new FactDepositor(_store, options ?? FactSamples.Options, _time).PutAsync(Fact, TestContext.Current.CancellationToken);
}
