using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Restoring;

public sealed class RestoreWorkflowTests
{
    [Fact]
    public async Task Proven_copy_is_restored_verified_and_handed_over()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();

        var run = await scene.RestoreAsync(plan);

        Assert.Equal((RunOutcome.Pass, "unchanged", null), (run.Outcome, run.Level, run.Defect));
        var name = plan.Order.Name;
        Assert.Equal(
            [
                $"rds:RestoreDBInstanceFromDBSnapshot {name}", $"rds:ModifyDBInstance {name}", $"rds:ModifyDBInstance {name} {MemoryEmergency.FinalGroup}", $"rds:RebootDBInstance {name}",
            ],
            scene.Driven.Cloud.Changes);
        var instance = Assert.Single(scene.Driven.InstancesLeft);
        Assert.Equal((MemoryEmergency.FinalGroup, true), (instance.Instance.ParameterGroup, instance.Instance.DeletionProtection));
        Assert.Equal([instance.Password!], scene.Driven.Passwords.Delivered);
        var stand = RestoreScene.StateOf(run).HandOver!;
        Assert.Equal((null, "the test's memory"), (stand.Problem, stand.PasswordIn));
        Assert.NotNull(stand.HandedOverAt);
        Assert.Empty(scene.Driven.Cloud.Damage);
    }

    [Fact]
    public async Task Until_the_hand_over_the_instance_is_under_the_group_that_keeps_it_from_acting()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        var readUnder = new HashSet<string?>();
        scene.Driven.Cloud.Asked = operation =>
        {
            if (operation.StartsWith("sql:read", StringComparison.Ordinal))
            {
                readUnder.Add(scene.Driven.Cloud.Instances[plan.Order.Name].Instance.ParameterGroup);
            }
        };

        await scene.RestoreAsync(plan);

        Assert.Equal(["restoredrill-postgres15"], readUnder);
    }

    [Fact]
    public async Task Copy_that_is_not_what_was_proven_stays_quiet_and_is_not_handed_over()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        scene.Driven.Cloud.Content[2] = scene.Driven.Cloud.Content[2] with { Rows = 89 };

        var run = await scene.RestoreAsync(plan);

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("courses.public.homework has 89 rows, not 90", run.Summary, StringComparison.Ordinal);
        Assert.Contains("not handed over: what was restored is not proven", run.Defect, StringComparison.Ordinal);
        Assert.Equal("restoredrill-postgres15", Assert.Single(scene.Driven.InstancesLeft).Instance.ParameterGroup);
        Assert.Single(scene.Driven.Passwords.Delivered);
    }

    [Fact]
    public async Task Unproven_copy_is_restored_and_says_what_it_proves()
    {
        var scene = await RestoreScene.WithCopyAsync(proven: false);

        var run = await scene.RestoreAsync(await scene.PlanAsync());

        Assert.Equal((RunOutcome.Pass, "restores", null), (run.Outcome, run.Level, run.Defect));
    }

    [Theory]
    [InlineData(CopyStanding.Failed, RunOutcome.Fail)]
    [InlineData(CopyStanding.Revoked, RunOutcome.Fail)]
    [InlineData(CopyStanding.NotKnown, RunOutcome.Inconclusive)]
    public async Task Copy_that_something_is_known_against_is_read_and_never_passes(CopyStanding standing, RunOutcome outcome)
    {
        var scene = await RestoreScene.WithCopyAsync(proven: false);
        var plan = await scene.PlanAsync();
        plan = plan with { Copy = plan.Copy with { Standing = standing, Reason = "Drill d000000000zz failed: a table is missing." } };
        var id = (await scene.Driven.Store.OpenAsync(RestoreRuns.Of(plan, RunRequest.ByPerson("test")), TestContext.Current.CancellationToken)).Run.Id;

        var run = await scene.Driven.ToTheEndAsync(id);

        Assert.Equal(outcome, run.Outcome);
        Assert.Contains("Does what is known of the copy speak for it?", run.Summary, StringComparison.Ordinal);
        Assert.Contains("Drill d000000000zz failed: a table is missing", run.Summary, StringComparison.Ordinal);
        Assert.Contains("not handed over", run.Defect, StringComparison.Ordinal);
        Assert.Equal("restoredrill-postgres15", Assert.Single(scene.Driven.InstancesLeft).Instance.ParameterGroup);
        Assert.Single(scene.Driven.Passwords.Delivered);
        Assert.Null(await scene.Driven.Store.FindBirthCertificateAsync(plan.Copy.Arn, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Copy_that_is_proven_by_the_plan_and_has_no_certificate_never_passes()
    {
        var scene = await RestoreScene.WithCopyAsync(proven: false);
        var plan = await scene.PlanAsync();
        plan = plan with { Copy = plan.Copy with { Standing = CopyStanding.Proven } };
        var id = (await scene.Driven.Store.OpenAsync(RestoreRuns.Of(plan, RunRequest.ByPerson("test")), TestContext.Current.CancellationToken)).Run.Id;

        var run = await scene.Driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("no birth certificate of it", run.Summary, StringComparison.Ordinal);
        Assert.Contains("could not be verified", run.Defect, StringComparison.Ordinal);
        Assert.Equal("restoredrill-postgres15", Assert.Single(scene.Driven.InstancesLeft).Instance.ParameterGroup);
        Assert.Null(await scene.Driven.Store.FindBirthCertificateAsync(plan.Copy.Arn, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Copy_that_vanishes_after_the_look_is_told_and_nothing_is_made()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        var id = await scene.OpenAsync(plan);
        scene.Driven.Cloud.VaultSnapshots.Clear();

        var run = await scene.Driven.ToTheEndAsync(id);

        Assert.Equal((RunOutcome.Fail, null), (run.Outcome, run.Defect));
        Assert.Contains("has vanished", run.Summary, StringComparison.Ordinal);
        Assert.Empty(scene.Driven.Cloud.Changes);
    }

    [Fact]
    public async Task Instance_that_cannot_be_restored_is_left_and_told()
    {
        var scene = await RestoreScene.WithCopyAsync();
        scene.Driven.Cloud.RestoreEndsIn = "incompatible-restore";

        var run = await scene.RestoreAsync(await scene.PlanAsync());

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("is left as it is, not handed over: whether it came to be is not known", run.Defect, StringComparison.Ordinal);
        Assert.Single(scene.Driven.InstancesLeft);
    }

    [Fact]
    public async Task Password_that_cannot_be_put_anywhere_is_a_defect_and_no_pass_without_one()
    {
        var scene = await RestoreScene.WithCopyAsync();
        scene.Driven.Passwords.Refusal = new IOException("the disk is full");

        var run = await scene.RestoreAsync(await scene.PlanAsync());

        Assert.Equal(RunOutcome.Pass, run.Outcome);
        Assert.Contains("its master password was not delivered", run.Defect, StringComparison.Ordinal);
        Assert.Contains("the disk is full", run.Defect, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DrillPhases.WaitingForAvailable, RunOutcome.Inconclusive)]
    [InlineData(DrillPhases.Reading, RunOutcome.Inconclusive)]
    [InlineData(RestorePhases.HandingOver, RunOutcome.Pass)]
    [InlineData(RestorePhases.DeliveringPassword, RunOutcome.Pass)]
    public async Task Instance_that_vanishes_is_told_to_be_gone_and_not_to_be_left(string phase, RunOutcome outcome)
    {
        var scene = await RestoreScene.WithCopyAsync();
        scene.Driven.Store.AfterSave = save =>
        {
            if (save.Phase == phase)
            {
                scene.Driven.Cloud.Instances.Clear();
            }
        };

        var run = await scene.RestoreAsync(await scene.PlanAsync());

        Assert.Equal(outcome, run.Outcome);
        Assert.True(RestoreScene.StateOf(run).HandOver!.IsGone);
        Assert.Contains("has vanished: somebody deleted it, and nothing is handed over", run.Defect, StringComparison.Ordinal);
        Assert.Empty(scene.Driven.Passwords.Delivered);
    }

    [Fact]
    public async Task Parameter_group_that_was_given_and_does_not_come_into_force_is_told_as_AWS_shows_it()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        scene.Driven.Store.AfterSave = save =>
        {
            if (save.Phase == RestorePhases.HandingOver && scene.Driven.Cloud.Instances[plan.Order.Name] is { Instance.ParameterGroup: MemoryEmergency.FinalGroup } there)
            {
                there.Instance = there.Instance with { ParameterStatus = "odd" };
            }
        };

        var run = await scene.RestoreAsync(plan);

        var stand = RestoreScene.StateOf(run).HandOver!;
        Assert.Equal((RunOutcome.Pass, null, MemoryEmergency.FinalGroup, "the test's memory"), (run.Outcome, stand.HandedOverAt, stand.ParameterGroup, stand.PasswordIn));
        Assert.Contains($"not handed over: its real parameter group {MemoryEmergency.FinalGroup} is not in force", run.Defect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_may_die_at_any_save_and_one_instance_is_finished()
    {
        var reference = await RestoreScene.WithCopyAsync();
        await reference.RestoreAsync(await reference.PlanAsync());
        var saves = reference.Driven.Store.Saves.Count;
        Assert.True(saves > 10);
        foreach (var before in new[] { true, false })
        {
            for (var number = 1; number <= saves; number++)
            {
                var scene = await RestoreScene.WithCopyAsync();
                var plan = await scene.PlanAsync();
                scene.Driven.KillAtSave(number, before);

                var run = await scene.RestoreAsync(plan);

                Assert.Equal((RunOutcome.Pass, null, 1), (run.Outcome, run.Defect, scene.Driven.Kills));
                Assert.Equal(1, scene.Driven.Cloud.Made("rds:RestoreDBInstanceFromDBSnapshot"));
                var instance = Assert.Single(scene.Driven.InstancesLeft);
                Assert.Equal(instance.Password, scene.Driven.Passwords.Delivered[^1]);
                Assert.Equal(MemoryEmergency.FinalGroup, instance.Instance.ParameterGroup);
            }
        }
    }

    [Fact]
    public async Task Answer_to_any_change_may_be_lost_and_one_instance_is_finished()
    {
        for (var number = 1; number <= 4; number++)
        {
            var scene = await RestoreScene.WithCopyAsync();
            var plan = await scene.PlanAsync();
            scene.Driven.LoseAnswerToChange(number);

            var run = await scene.RestoreAsync(plan);

            Assert.Equal((RunOutcome.Pass, null), (run.Outcome, run.Defect));
            Assert.Equal(1, scene.Driven.Cloud.Made("rds:RestoreDBInstanceFromDBSnapshot"));
            Assert.Equal(Assert.Single(scene.Driven.InstancesLeft).Password, scene.Driven.Passwords.Delivered[^1]);
        }
    }

    [Theory]
    [InlineData("restoredrill:role", DrillPhases.WaitingForAvailable)]
    [InlineData("restoredrill:installation", DrillPhases.TakingControl)]
    [InlineData("restoredrill:run", RestorePhases.HandingOver)]
    public async Task Instance_that_loses_a_tag_of_ours_holds_the_restore_up_until_it_has_it_again(string tag, string phase)
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        var id = await scene.OpenAsync(plan);
        scene.Driven.Store.AfterSave = save =>
        {
            if (save.Phase == phase)
            {
                Retag(scene, plan, tag, null);
            }
        };

        var held = await Assert.ThrowsAsync<RunHeldUpException>(() => scene.Driven.ToTheEndAsync(id));

        scene.Driven.Store.AfterSave = static _ => { };
        var (changes, there) = (scene.Driven.Cloud.Changes.Count, scene.Driven.Cloud.Instances[plan.Order.Name].Instance);
        Assert.Contains($"its tag {tag} is missing", held.Message, StringComparison.Ordinal);
        Assert.Equal($"aws rds add-tags-to-resource --resource-name {there.Arn} --tags Key={tag},Value={plan.Order.Tags[tag]}", held.Remedy);
        await Assert.ThrowsAsync<RunHeldUpException>(() => scene.Driven.ToTheEndAsync(id));
        Assert.Equal((null, phase), ((await scene.Driven.Store.FindAsync(id, TestContext.Current.CancellationToken))!.FinishedAt, (await scene.Driven.Store.FindAsync(id, TestContext.Current.CancellationToken))!.Phase));
        Assert.Equal((changes, there), (scene.Driven.Cloud.Changes.Count, scene.Driven.Cloud.Instances[plan.Order.Name].Instance));

        Retag(scene, plan, tag, plan.Order.Tags[tag]);
        var run = await scene.Driven.ToTheEndAsync(id);

        Assert.Equal((RunOutcome.Pass, null), (run.Outcome, run.Defect));
        Assert.Equal(1, scene.Driven.Cloud.Made("rds:RestoreDBInstanceFromDBSnapshot"));
    }

    [Fact]
    public async Task Somebody_elses_instance_of_the_name_is_not_touched()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        var id = await scene.OpenAsync(plan);
        scene.Driven.Cloud.Instances[plan.Order.Name] = new MemoryInstance(
            Sample.Scratch(plan.Order.Name, RestoredOwnership.TagsOf(Sample.Installation, RunId.Parse("r04cr4r0zzzz"))), Sample.Now);

        var run = await scene.Driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains($"is not the instance of emergency restore {plan.Run}", run.Summary, StringComparison.Ordinal);
        Assert.Empty(scene.Driven.Cloud.Changes);
    }

    private static void Retag(RestoreScene scene, RestorePlan plan, string tag, string? value)
    {
        var there = scene.Driven.Cloud.Instances[plan.Order.Name];
        there.Instance = there.Instance with { Tags = there.Instance.Tags.With(tag, value) };
    }
}
