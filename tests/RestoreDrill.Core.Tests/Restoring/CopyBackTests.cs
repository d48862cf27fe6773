using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Restoring;

/// <summary>An emergency restore into another account than the vault's: AWS Backup copies the recovery point there first.</summary>
public sealed class CopyBackTests
{
    [Fact]
    public async Task Plan_says_how_the_copy_comes_there_and_under_which_keys()
    {
        var scene = await RestoreScene.IntoAnotherAccountAsync();

        var proposal = await scene.Planner.PlanAsync(new RestoreWish(Sample.Database), "test", CancellationToken.None);

        Assert.Empty(proposal.Missing);
        Assert.Equal(Sample.OtherAccount, proposal.Plan!.Account);
        Assert.Equal(
            new PlannedCopyBack
            {
                FromVault = "copies",
                VaultArn = Sample.OtherVault.VaultArn,
                VaultName = "restored",
                KeyArn = "arn:aws:kms:eu-central-1:333333333333:key/their-own",
                RoleArn = Sample.OtherVault.CopyRoleArn,
                RetentionDays = 3,
            },
            proposal.Plan.CopyBack);
        Assert.Empty(scene.Driven.Cloud.Changes);
    }

    [Fact]
    public async Task Copy_is_brought_restored_there_proven_and_handed_over()
    {
        var scene = await RestoreScene.IntoAnotherAccountAsync();
        var asked = scene.Driven.Time.GetUtcNow();

        var run = await scene.RestoreAsync(await scene.PlanAsync());

        Assert.Equal((RunOutcome.Pass, null), (run.Outcome, run.Defect));
        var state = RestoreScene.StateOf(run);
        Assert.StartsWith($"arn:aws:rds:eu-central-1:{Sample.OtherAccount}:snapshot:awsbackup:copyjob-", state.CopyBack!.PointArn, StringComparison.Ordinal);
        Assert.Equal(state.Order!.Copy, Assert.Single(scene.Driven.Cloud.OtherSnapshots).Key);
        Assert.Contains(state.CopyName, scene.Driven.Cloud.VaultSnapshots.Keys);
        Assert.Equal(
            ["backup:StartCopyJob", "rds:RestoreDBInstanceFromDBSnapshot", "rds:ModifyDBInstance", "rds:ModifyDBInstance", "rds:RebootDBInstance"],
            scene.Driven.Cloud.Changes.Select(static change => change.Split(' ')[0]));

        // RTO begins with the copy, without which there is nothing to restore.
        Assert.Equal(asked, state.Times.AskedAt);
        Assert.True(state.Times.ToAccepted >= MemoryCloud.SnapshotTakes);
    }

    [Fact]
    public async Task Process_may_die_at_any_save_and_one_copy_and_one_instance_come_of_it()
    {
        var reference = await RestoreScene.IntoAnotherAccountAsync();
        await reference.RestoreAsync(await reference.PlanAsync());
        var saves = reference.Driven.Store.Saves.Count;
        foreach (var before in new[] { true, false })
        {
            for (var number = 1; number <= saves; number++)
            {
                var scene = await RestoreScene.IntoAnotherAccountAsync();
                var plan = await scene.PlanAsync();
                scene.Driven.KillAtSave(number, before);

                var run = await scene.RestoreAsync(plan);

                Assert.Equal((RunOutcome.Pass, null, 1), (run.Outcome, run.Defect, scene.Driven.Kills));
                Assert.Single(scene.Driven.Cloud.OtherSnapshots);
                Assert.Single(scene.Driven.InstancesLeft);
            }
        }
    }

    [Fact]
    public async Task Answer_to_any_change_may_be_lost_and_one_copy_and_one_instance_come_of_it()
    {
        for (var number = 1; number <= 5; number++)
        {
            var scene = await RestoreScene.IntoAnotherAccountAsync();
            var plan = await scene.PlanAsync();
            scene.Driven.LoseAnswerToChange(number);

            var run = await scene.RestoreAsync(plan);

            Assert.Equal((RunOutcome.Pass, null), (run.Outcome, run.Defect));
            Assert.Single(scene.Driven.Cloud.OtherSnapshots);
            Assert.Single(scene.Driven.InstancesLeft);
        }
    }

    [Fact]
    public async Task Job_that_fails_for_a_while_is_asked_for_again()
    {
        var scene = await RestoreScene.IntoAnotherAccountAsync();
        scene.Driven.Cloud.Backups.Ends.Enqueue(("FAILED", "There is a running job for the same resource."));

        var run = await scene.RestoreAsync(await scene.PlanAsync());

        Assert.Equal((RunOutcome.Pass, 1), (run.Outcome, RestoreScene.StateOf(run).CopyBack!.Attempt));
    }

    [Theory]
    [InlineData("FAILED", "Access Denied trying to call AWS Backup service", "copies into that account's vault, whose policy must let in the vault account")]
    [InlineData("FAILED", "The source snapshot KMS key does not exist", "does not exist")]
    [InlineData("FAILED", "The role arn:x is not authorized to perform: rds:ModifyDBSnapshotAttribute on resource: arn:y", "docs/iam/vault-account.scp.copy-back.json")]
    [InlineData("WONDERING", null, "neither completed nor on its way")]
    public async Task Job_that_fails_restores_nothing_and_says_what_to_do(string state, string? message, string words)
    {
        var scene = await RestoreScene.IntoAnotherAccountAsync();
        scene.Driven.Cloud.Backups.Ends.Enqueue((state, message));

        var run = await scene.RestoreAsync(await scene.PlanAsync());

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains(words, run.Summary, StringComparison.Ordinal);
        Assert.Null(run.Defect);
        Assert.Empty(scene.Driven.InstancesLeft);
    }

    [Fact]
    public async Task What_comes_there_of_something_else_is_not_restored()
    {
        var scene = await RestoreScene.IntoAnotherAccountAsync();
        var plan = await scene.PlanAsync();
        var id = await scene.OpenAsync(plan);
        scene.Driven.Cloud.Answered = (operation, _) => scene.Driven.Cloud.Backups.PointOf = operation == "backup:StartCopyJob" ? "arn:aws:rds:eu-central-1:1:db:another" : scene.Driven.Cloud.Backups.PointOf;

        var run = await scene.Driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("it is a copy of something else", run.Summary, StringComparison.Ordinal);
        Assert.Empty(scene.Driven.InstancesLeft);
    }

    [Fact]
    public async Task Everything_that_the_account_lacks_is_told_with_what_makes_it()
    {
        var scene = await RestoreScene.IntoAnotherAccountAsync();
        scene.Driven.Cloud.Backups.OtherVault = null;
        scene.Driven.Target.MayUseTheVaultsKey = false;
        scene.Driven.Target.Lacks.Add("production");

        var proposal = await scene.Planner.PlanAsync(new RestoreWish(Sample.Database), "test", CancellationToken.None);

        Assert.Collection(
            proposal.Missing,
            static vault => Assert.StartsWith("aws backup create-backup-vault --backup-vault-name restored", vault.Command, StringComparison.Ordinal),
            static key => Assert.Equal("restoredrill isolation apply", key.Command),
            static network => Assert.StartsWith("aws rds create-db-subnet-group", network.Command, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RefusedException>(() => scene.OpenAsync(proposal.Plan!));
        Assert.Empty(scene.Driven.Cloud.Changes);
    }

    [Fact]
    public async Task Vault_that_nothing_can_be_copied_into_is_told()
    {
        var scene = await RestoreScene.IntoAnotherAccountAsync();
        scene.Driven.Target.VaultKeyIsAwsManaged = true;
        scene.Driven.Cloud.Backups.OtherVault = scene.Driven.Cloud.Backups.OtherVault! with { IsLocked = true, MinRetentionDays = 30 };

        var missing = (await scene.Planner.PlanAsync(new RestoreWish(Sample.Database), "test", CancellationToken.None)).Missing;

        Assert.Collection(
            missing,
            static days => Assert.Contains("takes 30 days or more, RestoreDrill:Restore:Account:CopyRetentionDays is 3", days.Words, StringComparison.Ordinal),
            static key => Assert.Contains("a key of AWS's own", key.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Role_of_a_third_account_is_refused()
    {
        var scene = await RestoreScene.IntoAnotherAccountAsync();
        scene.Driven.Target.Account = "444444444444";

        var refused = await Assert.ThrowsAsync<RefusedException>(() => scene.PlanAsync());

        Assert.Contains("in account 444444444444; planned is 333333333333", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_for_another_account_is_refused_where_the_configuration_names_none()
    {
        var scene = await RestoreScene.IntoAnotherAccountAsync();
        var plan = await scene.PlanAsync();
        scene.Driven.Options = scene.Driven.Options with { Restore = scene.Driven.Options.Restore! with { Account = null } };

        var refused = await Assert.ThrowsAsync<RefusedException>(() => scene.OpenAsync(plan));

        Assert.Contains("names no account but the vault's", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_of_route_rds_snapshot_is_restored_in_the_vault_account()
    {
        var driven = new Driven();
        driven.Options = driven.Options with
        {
            Backup = Sample.Backup,
            Restore = new RestoreOptions
            {
                Account = Sample.OtherVault, InstanceClass = "db.r6g.large", SubnetGroup = "production", SecurityGroups = ["sg-production"], ParameterGroup = "courses-{family}",
            },
        };
        await Driven.WithCopyAsync(driven);

        var plan = (await new RestorePlanner(driven.Options, driven.Emergency, driven.Target, null, driven.Time, new Random(5)).PlanAsync(
            new RestoreWish(Sample.Database), "test", CancellationToken.None)).Plan!;

        Assert.Equal((Sample.VaultAccount, null), (plan.Account, plan.CopyBack));
    }
}
