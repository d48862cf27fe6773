using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Tests.Facts;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Restoring;

public sealed class RestorePlannerTests
{
    [Fact]
    public async Task Plan_says_all_that_is_to_be_made_and_changes_nothing()
    {
        var scene = await RestoreScene.WithCopyAsync();

        var proposal = await scene.Planner.PlanAsync(new RestoreWish(Sample.Database), "cli:maria@laptop", TestContext.Current.CancellationToken);

        var plan = proposal.Plan!;
        Assert.Empty(proposal.Missing);
        Assert.Equal((CopyStanding.Proven, VerdictLevel.Restores), (plan.Copy.Standing, plan.Copy.Level));
        Assert.True(plan.Copy.Times!.ToFirstAnswer > MemoryCloud.RestoreTakes);
        Assert.Equal($"rd-restored-acme-{plan.Run}", plan.Order.Name);
        Assert.Equal(RunKind.Restore, plan.Run.Kind);
        Assert.Equal(
            ("db.r6g.large", "production", "restoredrill-postgres15", "courses-postgres15", true, true, 7),
            (plan.Order.InstanceClass, plan.Order.SubnetGroup, plan.Order.ParameterGroup, plan.FinalParameterGroup, plan.Order.MultiAz, plan.Order.DeletionProtection, plan.Order.BackupRetentionDays));
        Assert.Equal((Sample.VaultAccount, "eu-central-1", "cli:maria@laptop"), (plan.Account, plan.Region, plan.MadeBy));
        Assert.Equal(scene.Driven.Time.GetUtcNow().AddHours(4), plan.ExpiresAt);
        Assert.Empty(scene.Driven.Cloud.Changes);
    }

    [Fact]
    public async Task Neither_our_records_nor_the_source_account_is_asked()
    {
        var scene = await RestoreScene.WithCopyAsync();
        scene.Driven.Store.BeforeSave = static _ => throw new InvalidOperationException("the store was asked");
        scene.Driven.Cloud.SourceSnapshots.Clear();
        scene.Driven.Cloud.SourceStatus = "gone";

        Assert.Equal(CopyStanding.Proven, (await scene.PlanAsync()).Copy.Standing);
    }

    [Fact]
    public async Task What_is_missing_is_named_with_the_command_that_makes_it()
    {
        var scene = await RestoreScene.WithCopyAsync();
        scene.Account.Lacks.UnionWith(["production", "courses-postgres15", "restoredrill-postgres15"]);

        var proposal = await scene.Planner.PlanAsync(new RestoreWish(Sample.Database), "test", TestContext.Current.CancellationToken);

        Assert.Equal(
            ["there is no parameter group restoredrill-postgres15", "there is no parameter group courses-postgres15", "there is no subnet group production"],
            proposal.Missing.Select(static one => one.Words));
        Assert.All(proposal.Missing, static one => Assert.StartsWith("aws rds create-db-", one.Command, StringComparison.Ordinal));
        Assert.EndsWith("--subnet-ids SUBNET SUBNET  # fill in two subnets of the target VPC, in two availability zones", proposal.Missing[2].Command, StringComparison.Ordinal);
        Assert.Contains("ParameterName=max_logical_replication_workers,ParameterValue=0", proposal.Missing[0].Command, StringComparison.Ordinal);
        var refusal = await RefusedAsync(() => scene.OpenAsync(proposal.Plan!));
        Assert.Contains("There is no subnet group production", refusal.Message, StringComparison.Ordinal);
        scene.Account.Lacks.Clear();
        Assert.Equal(RunOutcome.Pass, (await scene.RestoreAsync(proposal.Plan!)).Outcome);
    }

    [Fact]
    public async Task Key_that_cannot_be_used_is_named()
    {
        var scene = await RestoreScene.WithCopyAsync();
        scene.Driven.Cloud.VaultKeyState = "PendingDeletion";

        var proposal = await scene.Planner.PlanAsync(new RestoreWish(Sample.Database), "test", TestContext.Current.CancellationToken);

        Assert.Contains("Cancel the deletion now", Assert.Single(proposal.Missing).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("courses-prod", "may make no instance of the name courses-prod")]
    [InlineData("rd-scratch-acme-x", "carries the prefix of scratch instances")]
    [InlineData("rd-restored-other-x", "may make no instance of the name")]
    [InlineData("rd-restored-acme-", "may make no instance of the name")]
    [InlineData("rd-restored-acme-a--b", "may make no instance of the name")]
    [InlineData("rd-restored-acme-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "may make no instance of the name")]
    public async Task Name_outside_of_its_own_prefix_is_refused(string name, string words)
    {
        var scene = await RestoreScene.WithCopyAsync();

        Assert.Contains(words, (await RefusedAsync(() => scene.PlanAsync(new RestoreWish(Sample.Database) { InstanceName = name }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_that_is_taken_is_refused_when_planned_and_when_begun()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var wish = new RestoreWish(Sample.Database) { InstanceName = "rd-restored-acme-courses" };
        var plan = await scene.PlanAsync(wish);
        scene.Driven.Cloud.Instances[plan.Order.Name] = new MemoryInstance(Sample.Scratch(plan.Order.Name, new Dictionary<string, string>()), Sample.Now);

        Assert.Contains("overwrites nothing", (await RefusedAsync(() => scene.PlanAsync(wish))).Message, StringComparison.Ordinal);
        Assert.Contains("overwrites nothing", (await RefusedAsync(() => scene.OpenAsync(plan))).Message, StringComparison.Ordinal);
        Assert.Empty(scene.Driven.Cloud.Changes);
    }

    [Fact]
    public async Task Expired_plan_is_not_begun_and_one_that_was_begun_is_gone_on_with()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var (late, begun) = (await scene.PlanAsync(), await scene.PlanAsync(new RestoreWish(Sample.Database) { InstanceName = "rd-restored-acme-begun" }));
        scene.Driven.Cloud.Instances[begun.Order.Name] = new MemoryInstance(Sample.Scratch(begun.Order.Name, begun.Order.Tags), Sample.Now);
        scene.Driven.Time.Advance(TimeSpan.FromHours(4));

        Assert.Contains("The plan expired at", (await RefusedAsync(() => scene.OpenAsync(late))).Message, StringComparison.Ordinal);
        await scene.Planner.RequireStartableAsync(begun, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Copy_that_vanished_or_is_another_one_is_refused()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        var (name, copy) = scene.Driven.Cloud.VaultSnapshots.Single();
        scene.Driven.Cloud.VaultSnapshots.Clear();

        Assert.Contains("has vanished", (await RefusedAsync(() => scene.OpenAsync(plan))).Message, StringComparison.Ordinal);

        scene.Driven.Cloud.VaultSnapshots[name] = copy;
        copy.Snapshot = copy.Snapshot with { OriginalCreateTime = Sample.Now.AddDays(-3) };
        Assert.Contains("it is another one", (await RefusedAsync(() => scene.OpenAsync(plan))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_that_failed_since_the_plan_was_made_is_refused()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        scene.Driven.Facts.Lay(FactSamples.Verdict(RunOutcome.Fail, scene.Driven.Time.GetUtcNow(), plan.Copy.Name));

        var refusal = await RefusedAsync(() => scene.OpenAsync(plan));

        Assert.Contains("was proven when the plan was made", refusal.Message, StringComparison.Ordinal);
        var proposal = await scene.Planner.PlanAsync(new RestoreWish(Sample.Database), "test", TestContext.Current.CancellationToken);
        Assert.Null(proposal.Plan);
        var named = await scene.PlanAsync(new RestoreWish(Sample.Database) { Copy = plan.Copy.Name });
        Assert.Contains(plan.Copy.Name, named.Phrase(), StringComparison.Ordinal);
        await scene.Planner.RequireStartableAsync(named, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Copy_whose_tags_were_changed_is_planned_by_what_the_bucket_says()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var copy = scene.Driven.Cloud.VaultSnapshots.Values.Single();
        var made = (await scene.PlanAsync()).Copy.Facts;
        copy.Snapshot = copy.Snapshot with { Tags = copy.Snapshot.Tags.With("restoredrill:engine-version", "16.1") };

        var plan = await scene.PlanAsync();

        Assert.Equal(made, plan.Copy.Facts);
        Assert.Contains("the bucket of facts", plan.Copy.FactsFrom, StringComparison.Ordinal);
        Assert.NotEmpty(plan.Copy.Problems);
    }

    [Fact]
    public async Task Nothing_to_restore_is_refused_and_says_what_there_is()
    {
        var scene = await RestoreScene.WithCopyAsync();

        Assert.Contains("no available copy rd-copy-acme-no", (await RefusedAsync(() => scene.PlanAsync(new RestoreWish(Sample.Database) { Copy = "rd-copy-acme-no" }))).Message, StringComparison.Ordinal);
        Assert.Contains("the oldest is", (await RefusedAsync(() => scene.PlanAsync(new RestoreWish(Sample.Database) { Before = Sample.Now.AddDays(-9) }))).Next, StringComparison.Ordinal);
        scene.Driven.Cloud.VaultSnapshots.Clear();
        var none = await RefusedAsync(() => scene.PlanAsync());
        Assert.Contains("holds no available copy of 'courses'", none.Message, StringComparison.Ordinal);
        Assert.Equal("runbooks/copy-missing.md", none.Next);
    }

    [Fact]
    public async Task Without_the_section_of_the_configuration_nothing_is_planned()
    {
        var scene = await RestoreScene.WithCopyAsync();
        scene.Driven.Options = scene.Driven.Options with { Restore = null };

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => scene.PlanAsync());

        Assert.Contains("RestoreDrill:Restore", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<RefusedException> RefusedAsync(Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<RefusedException>(act);
        Assert.True(refusal.SafetyRule);
        Assert.Contains("Nothing was changed", refusal.Message, StringComparison.Ordinal);
        return refusal;
    }
}
