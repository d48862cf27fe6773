using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Drilling;

/// <summary>Drills that damage their own scratch instance.</summary>
public sealed class SelfTestTests
{
    [Fact]
    public async Task Self_test_is_made_once_a_week_and_names_each_fault_its_object_and_the_check_that_found_it()
    {
        var driven = await Driven.WithSelfTestsAsync();

        var first = await driven.DrillAsync();
        driven.Time.Advance(TimeSpan.FromDays(6));
        var second = await driven.DrillAsync();
        driven.Time.Advance(TimeSpan.FromDays(1));
        var third = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, RunOutcome.Pass, RunOutcome.Pass), (first.Outcome, second.Outcome, third.Outcome));
        Assert.Equal((true, false, true), (StandOf(first).IsDue, StandOf(second).IsDue, StandOf(third).IsDue));
        Assert.Equal((CheckOutcome.Passed, CheckOutcome.NotAvailable, CheckOutcome.Passed), (CheckOf(first).Outcome, CheckOf(second).Outcome, CheckOf(third).Outcome));
        Assert.Contains("4 kinds of damage, all found: revoked-grant of courses.public.students (SELECT from reader) by catalog; invalid-index of courses.public.left_behind by catalog and invalid-indexes", CheckOf(first).Found, StringComparison.Ordinal);
        Assert.Contains("swapped-values of billing.public.invoices by birth-certificate; deleted-row of courses.public.homework by birth-certificate", CheckOf(first).Found, StringComparison.Ordinal);
        Assert.Contains("not tried: dropped-policy (no object to try it on)", CheckOf(first).Found, StringComparison.Ordinal);
        Assert.Equal(8, driven.Cloud.Damage.Count);
        Assert.All(driven.Cloud.Damage, static done => Assert.StartsWith("rd-scratch-acme-", done.Host, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_damaged_before_every_result_is_saved_and_nothing_read_after_it_is_one()
    {
        var driven = await Driven.WithSelfTestsAsync();
        var id = await driven.OpenDrillAsync();
        var early = new List<string>();
        driven.Cloud.Asked = operation =>
        {
            if (operation == "sql:damage" && driven.Store.Saves[^1] is { Phase: not DrillPhases.SelfTesting } save)
            {
                early.Add(save.Phase);
            }
        };

        await driven.ToTheEndAsync(id);

        Assert.Empty(early);
        var testing = driven.Store.Saves.SkipWhile(static save => save.Phase != DrillPhases.SelfTesting).ToList();
        Assert.NotEmpty(testing);
        Assert.All(testing, static save => Assert.True(save is { Readings.Count: 0, Ranges.Count: 0, Parts.Count: 0, Comparisons.Count: 0 }));
        Assert.Equal(driven.Cloud.Content.Count, (await driven.Store.ReadingsAsync(id, CancellationToken.None)).Count);
        Assert.Single(testing.Select(static save => CanonicalJson.Write(CanonicalJson.Read<DrillState>(save.State).Structure)).Distinct());
    }

    [Theory]
    [InlineData(Fault.DeletedRow, "deleted-row of courses.public.homework (not seen by birth-certificate)")]
    [InlineData(Fault.RevokedGrant, "revoked-grant of courses.public.students (SELECT from reader) (not seen by catalog)")]
    [InlineData(Fault.InvalidIndex, "invalid-index of courses.public.left_behind (not seen by catalog and invalid-indexes)")]
    public async Task Drill_that_is_blind_to_a_fault_proves_nothing_until_a_self_test_is_clean(Fault fault, string missed)
    {
        var driven = await Driven.WithSelfTestsAsync();
        driven.Cloud.BlindTo.Add(fault);

        var blind = await driven.DrillAsync();
        driven.Options = driven.Options with { SelfTest = new SelfTestOptions { Every = null } };
        var untested = await driven.DrillAsync();
        driven.Options = driven.Options with { SelfTest = new SelfTestOptions() };
        driven.Cloud.BlindTo.Clear();
        var seeing = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Inconclusive, RunOutcome.Inconclusive, RunOutcome.Pass), (blind.Outcome, untested.Outcome, seeing.Outcome));
        Assert.Contains($"The drill does not pass: Does the drill find damage that it does on purpose? No: missed {missed}", blind.Summary, StringComparison.Ordinal);
        Assert.Contains($"drill {blind.Id} missed {missed}", untested.Summary, StringComparison.Ordinal);

        // Nothing was pinned by a verifier in doubt.
        Assert.Equal("restores", seeing.Level);
    }

    [Fact]
    public async Task Instance_that_is_not_ours_any_more_is_not_damaged()
    {
        var driven = await Driven.WithSelfTestsAsync();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == DrillPhases.SelfTesting)
            {
                var (name, instance) = driven.Cloud.Instances.Single();
                driven.Cloud.Instances[name] = new MemoryInstance(
                    instance.Instance with { Tags = instance.Instance.Tags.With(Core.Installation.TagNames.Run, "d04cr4r00000") }, instance.AvailableAt)
                {
                    Password = instance.Password,
                };
            }
        };

        var run = await driven.DrillAsync();

        Assert.Empty(driven.Cloud.Damage);
        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("the self-test could not be finished", run.Summary, StringComparison.Ordinal);
        Assert.Contains("Nothing was done to it", run.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, RunOutcome.Fail)]
    [InlineData(false, RunOutcome.Inconclusive)]
    public async Task Self_test_that_cannot_be_finished_proves_nothing_and_excuses_nothing(bool damagedCopy, RunOutcome expected)
    {
        var driven = await Driven.WithSelfTestsAsync();
        if (damagedCopy)
        {
            driven.Cloud.Content[0] = driven.Cloud.Content[0] with { Outcome = ReadingOutcome.Damaged, HashSum = null, Reason = "XX001: invalid page" };
        }

        driven.Cloud.Asked = operation =>
        {
            if (operation == "sql:damage")
            {
                driven.Time.Advance(TimeSpan.FromHours(13));
                throw new InstanceUnreachableException("The connection broke.", "57P01", new TimeoutException());
            }
        };

        var run = await driven.DrillAsync();

        Assert.Equal(expected, run.Outcome);
        Assert.Equal(CheckOutcome.Errored, CheckOf(run).Outcome);
        Assert.Null(await driven.Store.FindBirthCertificateAsync(CanonicalJson.Read<DrillState>(run.State).CopyArn!, CancellationToken.None));
        Assert.Empty(driven.InstancesLeft);
        Assert.True(StandOf(run) is { IsDue: true, FinishedAt: null, Problem: not null });
    }

    [Fact]
    public async Task Self_test_that_finds_no_rows_to_damage_is_not_clean_and_is_made_again()
    {
        var driven = await Driven.WithSelfTestsAsync();
        driven.Cloud.Content = [Sample.Reading("view", 5) with { Kind = RelationKind.MaterializedView }];

        var first = await driven.DrillAsync();
        var second = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Inconclusive, RunOutcome.Inconclusive), (first.Outcome, second.Outcome));
        Assert.Contains("no rows could be damaged", first.Summary, StringComparison.Ordinal);
        Assert.True(StandOf(second).IsDue);
    }

    [Fact]
    public async Task Fault_whose_process_died_after_the_damage_is_judged_and_not_done_again()
    {
        var driven = await Driven.WithSelfTestsAsync();
        driven.Cloud.Answered = (operation, _) =>
        {
            if (operation == "sql:damage")
            {
                driven.Store.CallerIsDead = true;
                throw new Runs.ProcessKilledException();
            }
        };

        var run = await driven.DrillAsync();

        Assert.Equal(1, driven.Kills);
        Assert.Equal(RunOutcome.Pass, run.Outcome);
        Assert.Equal(4, driven.Cloud.Damage.Count);
        Assert.Equal(4, driven.Cloud.Damage.Select(static done => done.Target.Fault).Distinct().Count());
    }

    private static SelfTestStand StandOf(Run run) => CanonicalJson.Read<DrillState>(run.State).SelfTest!;

    private static CheckResult CheckOf(Run run) => CanonicalJson.Read<DrillState>(run.State).Verdict!.Checks.Single(static check => check.Id == "self-test");
}
