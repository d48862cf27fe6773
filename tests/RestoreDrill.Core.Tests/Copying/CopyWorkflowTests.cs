using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Copying;

public sealed class CopyWorkflowTests
{
    [Fact]
    public async Task Copy_run_ends_with_a_copy_that_carries_its_facts_and_leaves_nothing_in_the_source_account()
    {
        var driven = new Driven();

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Copied, null, CopyPhases.Finished), (run.Outcome, run.Defect, run.Phase));
        Assert.Equal(
            [
                $"rds:CreateDBSnapshot rd-staging-acme-{run.Id}",
                $"rds:ModifyDBSnapshotAttribute rd-staging-acme-{run.Id} add 222222222222",
                $"rds:CopyDBSnapshot rd-copy-acme-{run.Id}",
                $"rds:ModifyDBSnapshotAttribute rd-staging-acme-{run.Id} remove 222222222222",
                $"rds:DeleteDBSnapshot rd-staging-acme-{run.Id}",
            ],
            driven.Cloud.Changes);
        Assert.Empty(driven.Cloud.SourceSnapshots);
        var copy = Assert.Single(driven.Cloud.VaultSnapshots.Values).Snapshot;
        Assert.Null(CopyFacts.TryRead(copy.Tags, out var facts));
        Assert.Equal(Sample.Facts with { Run = run.Id }, facts);
        Assert.Equal(CanonicalJson.Read<CopyState>(run.State).FactsDigest, facts!.Digest());
        Assert.Equal($"rd-copy-acme-{run.Id} holds the data of 2026-03-01 01:01:59 UTC in account 222222222222; it has not been proven yet.", run.Summary);
        Assert.NotNull(await driven.Store.FindEvidenceAsync(run.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Instance_under_the_accounts_default_key_is_reencrypted_before_it_is_shared()
    {
        var driven = Reencrypting();

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Contains($"rds:CopyDBSnapshot rd-staging-acme-{run.Id}-cmk", driven.Cloud.Changes);
        Assert.Contains($"rds:ModifyDBSnapshotAttribute rd-staging-acme-{run.Id}-cmk add 222222222222", driven.Cloud.Changes);
        Assert.DoesNotContain($"rds:ModifyDBSnapshotAttribute rd-staging-acme-{run.Id} add 222222222222", driven.Cloud.Changes);
        Assert.Empty(driven.Cloud.SourceSnapshots);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_whose_every_step_is_made_by_a_new_process_ends_the_same(bool reencrypted) =>
        await EndsTheSameAsync(reencrypted, static _ => { }, newProcessEachStep: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_killed_at_any_save_ends_the_same(bool reencrypted)
    {
        var saves = (await FinishedAsync(reencrypted)).Store.Saves.Count;
        Assert.InRange(saves, 10, 40);
        for (var save = 1; save <= saves; save++)
        {
            await EndsTheSameAsync(reencrypted, driven => driven.KillAtSave(save, before: true), kills: 1);
            await EndsTheSameAsync(reencrypted, driven => driven.KillAtSave(save, before: false), kills: 1);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_killed_after_any_call_ends_the_same(bool reencrypted)
    {
        var opening = new Driven();
        await opening.OpenCopyAsync();
        var calls = (await FinishedAsync(reencrypted)).Cloud.Calls - opening.Cloud.Calls;
        Assert.InRange(calls, 20, 80);
        for (var call = 1; call <= calls; call++)
        {
            await EndsTheSameAsync(reencrypted, driven => driven.Cloud.KillAfter(driven.Cloud.Calls + call, driven.Store), kills: 1);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_whose_answer_to_any_changing_call_is_lost_ends_the_same(bool reencrypted)
    {
        var changes = (await FinishedAsync(reencrypted)).Cloud.Changes.Count;
        for (var change = 1; change <= changes; change++)
        {
            await EndsTheSameAsync(reencrypted, driven => driven.LoseAnswerToChange(change));
        }
    }

    [Theory]
    [InlineData("rds:CreateDBSnapshot")]
    [InlineData("rds:CopyDBSnapshot")]
    public async Task Name_that_is_taken_after_a_lost_answer_is_looked_at_and_used_if_it_is_ours(string operation) =>
        await EndsTheSameAsync(reencrypted: false, driven => driven.Cloud.Answered = (answered, _) =>
        {
            // What the client's own retry is told when its first attempt was carried out.
            if (answered == operation)
            {
                driven.Cloud.Answered = static (_, _) => { };
                throw MemoryCloud.Refusal(CloudFault.AlreadyExists, operation, "DBSnapshotAlreadyExists");
            }
        });

    [Fact]
    public async Task Foreign_snapshot_under_our_staging_name_is_left_alone()
    {
        var driven = new Driven();
        var id = await driven.OpenCopyAsync();
        var name = Sample.Names.StagingSnapshot(id);
        driven.Cloud.SourceSnapshots.Add(name, new MemorySnapshot(Sample.Snapshot(name, new Dictionary<string, string>()), Sample.Now));

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains($"Snapshot {name} is not the staging snapshot of copy run {id}", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
        Assert.Single(driven.Cloud.SourceSnapshots);
    }

    [Fact]
    public async Task Foreign_snapshot_under_our_copys_name_is_left_alone_and_the_share_is_withdrawn()
    {
        var driven = new Driven();
        var id = await driven.OpenCopyAsync();
        var name = Sample.Names.Copy(id);
        var foreign = new MemorySnapshot(Sample.Snapshot(name, Sample.Facts.ToTags()), Sample.Now);
        driven.Cloud.VaultSnapshots.Add(name, foreign);

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains("It was left alone", run.Summary, StringComparison.Ordinal);
        Assert.Same(foreign, Assert.Single(driven.Cloud.VaultSnapshots.Values));
        Assert.Empty(driven.Cloud.Shares[Sample.Names.StagingSnapshot(id)]);
        Assert.Contains("stays in the source account", run.Defect, StringComparison.Ordinal);
        Assert.Equal(0, driven.Cloud.Made("rds:DeleteDBSnapshot"));
    }

    [Theory]
    [InlineData(CopyPhases.WaitingForCopy)]
    [InlineData(CopyPhases.ConfirmingFacts)]
    public async Task Copy_that_vanishes_fails_the_run_and_keeps_the_staging_snapshot(string phase)
    {
        var driven = new Driven();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == phase)
            {
                driven.Cloud.VaultSnapshots.Clear();
            }
        };

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains($"Copy rd-copy-acme-{run.Id} has vanished from the vault account. RestoreDrill cannot delete copies", run.Summary, StringComparison.Ordinal);
        Assert.Single(driven.Cloud.SourceSnapshots);
        Assert.Equal(0, driven.Cloud.Made("rds:DeleteDBSnapshot"));
        Assert.Empty(driven.Cloud.Shares[$"rd-staging-acme-{run.Id}"]);
    }

    [Fact]
    public async Task Staging_snapshot_that_somebody_deletes_fails_the_run()
    {
        var driven = new Driven();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == CopyPhases.WaitingForSnapshot)
            {
                driven.Cloud.SourceSnapshots.Clear();
            }
        };

        Assert.Contains("has vanished from the source account", (await driven.CopyAsync()).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("a-status-of-2031")]
    public async Task Copy_in_a_status_that_leads_nowhere_fails_the_run(string status)
    {
        var driven = new Driven();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == CopyPhases.WaitingForCopy)
            {
                Assert.Single(driven.Cloud.VaultSnapshots.Values).Status = status;
            }
        };

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains($"is '{status}'", run.Summary, StringComparison.Ordinal);
        Assert.Single(driven.Cloud.SourceSnapshots);
    }

    [Fact]
    public async Task Copy_whose_tags_somebody_changed_meanwhile_is_tagged_again()
    {
        var driven = new Driven();
        var spoiled = false;
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == CopyPhases.ConfirmingFacts && !spoiled)
            {
                spoiled = true;
                var copy = Assert.Single(driven.Cloud.VaultSnapshots.Values);
                copy.Snapshot = copy.Snapshot with { Tags = copy.Snapshot.Tags.With(TagNames.EngineVersion, "14.1") };
            }
        };

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Copied, 1), (run.Outcome, driven.Cloud.Made("rds:AddTagsToResource")));
    }

    [Fact]
    public async Task Copy_of_other_data_is_not_taken_for_ours()
    {
        var driven = new Driven();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == CopyPhases.WaitingForCopy)
            {
                var copy = Assert.Single(driven.Cloud.VaultSnapshots.Values);
                copy.Snapshot = copy.Snapshot with { OriginalCreateTime = Sample.Now.AddDays(-30) };
            }
        };

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains("it is a copy of something else", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_that_may_have_been_made_though_nobody_answered_is_named()
    {
        var driven = new Driven();
        driven.Cloud.Answered = static (operation, _) =>
        {
            if (operation == "rds:CreateDBSnapshot")
            {
                throw MemoryCloud.Unreachable(operation);
            }
        };
        driven.Cloud.Asked = operation =>
        {
            if (operation == "rds:DescribeDBSnapshots" && driven.Cloud.SourceSnapshots.Count > 0)
            {
                throw MemoryCloud.Unreachable(operation);
            }
        };

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Single(driven.Cloud.SourceSnapshots);
        Assert.Contains($"Snapshot rd-staging-acme-{run.Id} may have been made", run.Defect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_that_was_refused_left_nothing_behind()
    {
        var driven = new Driven();
        driven.Cloud.Asked = static operation =>
        {
            if (operation == "rds:CreateDBSnapshot")
            {
                throw MemoryCloud.Refusal(CloudFault.AccessDenied, operation, "AccessDenied");
            }
        };

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Failed, null), (run.Outcome, run.Defect));
    }

    [Fact]
    public async Task Reencryption_that_fails_names_both_snapshots_it_leaves()
    {
        var driven = Reencrypting();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == CopyPhases.WaitingForReencryption)
            {
                driven.Cloud.SourceSnapshots.Values.Last().Status = "failed";
            }
        };

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains($"Snapshot rd-staging-acme-{run.Id} stays in the source account, with its re-encrypted copy if there is one", run.Defect, StringComparison.Ordinal);
        Assert.Equal(2, driven.Cloud.SourceSnapshots.Count);
    }

    [Fact]
    public async Task Staging_snapshot_that_cannot_be_removed_is_a_defect_and_the_copy_stands()
    {
        var driven = new Driven();
        driven.Cloud.Asked = static operation =>
        {
            if (operation == "rds:DeleteDBSnapshot")
            {
                throw MemoryCloud.Refusal(CloudFault.AccessDenied, operation, "AccessDenied");
            }
        };

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Contains("could not be cleaned up: rds:DeleteDBSnapshot for it was refused: AccessDenied", run.Defect, StringComparison.Ordinal);
        Assert.Contains("The copy is safe.", run.Defect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vault_key_that_is_not_enabled_fails_before_anything_is_made()
    {
        var driven = new Driven { Cloud = { VaultKeyState = "PendingDeletion" } };

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Failed, null), (run.Outcome, run.Defect));
        Assert.Contains("'PendingDeletion', not Enabled", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
    }

    [Fact]
    public async Task Open_run_is_gone_on_with_rather_than_a_second_one_opened()
    {
        var driven = new Driven();

        Assert.Equal(await driven.OpenCopyAsync(), await driven.OpenCopyAsync());
    }

    private static Driven Reencrypting()
    {
        var driven = new Driven { Cloud = { SourceKey = "arn:aws:kms:eu-central-1:111111111111:key/default", SourceKeyIsAwsManaged = true } };
        driven.Options = driven.Options with { Source = driven.Options.Source with { ReencryptionKey = "arn:aws:kms:eu-central-1:111111111111:key/own" } };
        return driven;
    }

    private static async Task<Driven> FinishedAsync(bool reencrypted)
    {
        var driven = reencrypted ? Reencrypting() : new Driven();
        Assert.Equal(RunOutcome.Copied, (await driven.CopyAsync()).Outcome);
        return driven;
    }

    private static async Task EndsTheSameAsync(bool reencrypted, Action<Driven> trouble, bool newProcessEachStep = false, int kills = 0)
    {
        var driven = reencrypted ? Reencrypting() : new Driven();
        var id = await driven.OpenCopyAsync();
        trouble(driven);

        var run = await driven.ToTheEndAsync(id, newProcessEachStep);

        Assert.Equal((RunOutcome.Copied, null, kills), (run.Outcome, run.Defect, driven.Kills));
        Assert.Equal(1, driven.Cloud.Made("rds:CreateDBSnapshot"));
        Assert.Equal(reencrypted ? 2 : 1, driven.Cloud.Made("rds:CopyDBSnapshot"));
        Assert.Empty(driven.Cloud.SourceSnapshots);
        Assert.All(driven.Cloud.Shares.Values, Assert.Empty);
        var copy = Assert.Single(driven.Cloud.VaultSnapshots.Values).Snapshot;
        Assert.Null(CopyFacts.TryRead(copy.Tags, out var facts));
        Assert.Equal(Sample.Facts with { Run = id }, facts);
    }
}
