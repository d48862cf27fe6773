using Amazon.S3.Model;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.EndToEnd.Tests.Runbooks.States;

/// <summary>What became of copies, of what is left of making them, and of what is known of them.</summary>
internal static class CopyStates
{
    /// <summary>Two copies without a lock, of which an administrator of the vault account deleted the newest.</summary>
    public static async Task TakeAwayAsync(RunbookSite site)
    {
        site.Set("copy", await site.Workbench.NewestCopyAsync());
        await site.CopyAndDrillAsync();
        await site.Cloud.Vault.DeleteDBSnapshotAsync(new() { DBSnapshotIdentifier = await site.Workbench.NewestCopyAsync() });
    }

    /// <summary>A copy run that AWS broke off after its snapshot had been made.</summary>
    public static async Task LeaveStagingBehindAsync(RunbookSite site)
    {
        site.Workbench.Set("Timing:Trouble", "00:00:03");
        site.Control.Fail(new CallFault { Action = "CopyDBSnapshot", Times = null });
        await site.GiveAsync(1, "copy", Workbench.Database);
    }

    public static Task AnswerAgainAsync(RunbookSite site)
    {
        site.Control.ClearFaults();
        return Task.CompletedTask;
    }

    public static async Task RemoveStagingAsync(RunbookSite site)
    {
        foreach (var left in await Cloud.SnapshotsAsync(site.Cloud.Source, site.Workbench.StagingPrefix))
        {
            await site.Cloud.Source.DeleteDBSnapshotAsync(new() { DBSnapshotIdentifier = left.DBSnapshotIdentifier });
        }
    }

    /// <summary>As many copies as the account may hold.</summary>
    public static async Task FillVaultAsync(RunbookSite site)
    {
        site.Workbench.Set("Timing:Trouble", "00:00:03");
        SetQuota(site, 1);
    }

    public static Task RaiseQuotaAsync(RunbookSite site)
    {
        SetQuota(site, 200);
        return Task.CompletedTask;
    }

    /// <summary>Somebody denies RestoreDrill the bucket of facts.</summary>
    public static async Task RefuseFactsAsync(RunbookSite site)
    {
        site.Workbench.CopyByBackup();
        site.Workbench.Set("Timing:Deposit", "00:00:05");
        await site.CopyAndDrillAsync();
        using var s3 = site.Workbench.OpenS3("vault");
        await s3.PutBucketPolicyAsync(new PutBucketPolicyRequest
        {
            BucketName = Workbench.FactBucket,
            Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::{{Workbench.FactBucket}}/*"}]}""",
        });
        await site.GiveAsync(1, "drill", Workbench.Database);
    }

    public static async Task WelcomeFactsAsync(RunbookSite site)
    {
        using var s3 = site.Workbench.OpenS3("vault");
        await s3.DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = Workbench.FactBucket });
    }

    private static void SetQuota(RunbookSite site, int snapshots)
    {
        site.Control.SetQuotas("vault", manualSnapshots: snapshots);
        site.Workbench.Set("Vault:SnapshotQuota", snapshots);
    }
}
