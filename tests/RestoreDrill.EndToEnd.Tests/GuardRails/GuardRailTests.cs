using System.Text.Json;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken.Model;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Incident.Destruction;

namespace RestoreDrill.EndToEnd.Tests.GuardRails;

/// <summary>The guard rails of a sandbox that nobody else calls: what the accounts are decides, layer by layer.</summary>
public sealed class GuardRailTests(SharedSandbox shared)
{
    [Fact]
    public async Task Guard_rails_hold_in_isolated_accounts_and_each_layer_that_is_taken_away_breaks_its_own()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Installations = [] }, CancellationToken.None);
        var access = SandboxAccess.To(sandbox);
        using var cloud = new Cloud(access);
        await cloud.PrepareVaultAsync();
        await cloud.CreateInstanceAsync("courses-prod", "alias/restoredrill", SampleSize.Small);
        await cloud.Source.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = "courses-prod", DeletionProtection = true, ApplyImmediately = true });
        await using var workbench = await shared.NewWorkbenchAsync(access, cloud, new ProtectedInstance("courses", "courses-prod"));
        workbench.CopyByBackup();
        workbench.KeepFacts();
        await workbench.KeepStateAsync();

        var before = await LookAsync(workbench, exitCode: 1);
        Assert.Equal("notCheckable", before["organisation"].State);
        Assert.Equal("notCheckable", before["service-control-policies"].State);
        Assert.Equal("broken", before["newest-copy"].State);
        Assert.Equal("broken", before["newest-proof"].State);

        using var organisation = await IsolatedOrganisation.SetUpAsync(workbench);
        (await workbench.RunAsync("copy", "courses")).MustExit(0);
        (await workbench.RunAsync("drill", "courses")).MustExit(0);
        Assert.All(await LookAsync(workbench, exitCode: 0), static rail => Assert.True(rail.Value.State == "holds", $"{rail.Key}: {rail.Value.Found}"));

        (await workbench.RunAsync("isolation", "verify")).MustExit(0);
        await MustBeRefusedAsync(workbench);
        await organisation.DetachAsync();
        Assert.Contains("service-control-policy", (await workbench.RunAsync("isolation", "verify")).MustExit(1).Everything, StringComparison.Ordinal);
        await MustBreakAsync(workbench, "service-control-policies", "backup:DeleteRecoveryPoint");

        // What the policy denied before its administrators can do now.
        using var iam = new AmazonIdentityManagementServiceClient(
            access.CredentialsOf("vault"), new AmazonIdentityManagementServiceConfig { ServiceURL = access.Address.ToString(), AuthenticationRegion = "us-east-1" });
        await iam.UpdateAssumeRolePolicyAsync(new UpdateAssumeRolePolicyRequest
        {
            RoleName = "restoredrill-drill",
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111111111111:root","arn:aws:iam::222222222222:root"]},"Action":"sts:AssumeRole"}]}""",
        });
        await MustBreakAsync(workbench, "trust-policies", "restoredrill-drill trusts AWS arn:aws:iam::111111111111:root, of the source account");

        await iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = "restoredrill-drill", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" });
        await MustBreakAsync(workbench, "role-policies", "AdministratorAccess hangs on restoredrill-drill");

        using var s3 = workbench.OpenS3("source");
        await s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = Workbench.StateBucket, VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Suspended } });
        await MustBreakAsync(workbench, "terraform-state-bucket", "does not keep versions");

        await File.WriteAllTextAsync(workbench.StateFile, (await File.ReadAllTextAsync(workbench.StateFile)).Replace(Workbench.SourceKey, "arn:aws:kms:eu-west-1:222222222222:key/1", StringComparison.Ordinal));
        await MustBreakAsync(workbench, "terraform-states", "prod.tfstate: ");

        await cloud.Source.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = "courses-prod", DeletionProtection = false, ApplyImmediately = true });
        await MustBreakAsync(workbench, "source-protected", "no deletion protection");

        using var kms = new AmazonKeyManagementServiceClient(
            access.CredentialsOf("vault"), new AmazonKeyManagementServiceConfig { ServiceURL = access.Address.ToString(), AuthenticationRegion = Workbench.Region });
        var key = (await kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "alias/restoredrill" })).KeyMetadata.KeyId;
        await kms.CreateGrantAsync(new CreateGrantRequest { KeyId = key, GranteePrincipal = "arn:aws:iam::111111111111:user/administrator", Operations = ["Decrypt"] });
        await MustBreakAsync(workbench, "key-policy", "gives arn:aws:iam::111111111111:user/administrator the key, outside the vault account");

        await kms.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key, PendingWindowInDays = 7 });
        await MustBreakAsync(workbench, "vault-key", "about to be DELETED");
    }

    /// <summary>Everything that would destroy copies, by everybody: each is refused by a rule, and all is as it was.</summary>
    private static async Task MustBeRefusedAsync(Workbench workbench)
    {
        using var source = Administrator(workbench, "source");
        using var vault = Administrator(workbench, "vault");
        using var management = Administrator(workbench, "management");
        using var copies = await RoleAsync(workbench, vault, "arn:aws:iam::111111111111:role/restoredrill-source");
        using var writes = await RoleAsync(workbench, vault, "arn:aws:iam::222222222222:role/restoredrill-vault");
        using var drills = await RoleAsync(workbench, vault, "arn:aws:iam::222222222222:role/restoredrill-drill");
        var targets = await VaultTargets.PrepareAsync(vault, management, workbench.Installation);
        List<Attempt> attempts = [];
        foreach (var (hands, actions) in new[]
        {
            (source, VaultDestruction.FromSource(targets)), (copies, VaultDestruction.FromSource(targets)), (vault, VaultDestruction.FromWithin(targets)),
            (writes, VaultDestruction.FromWithin(targets)), (drills, VaultDestruction.FromWithin(targets)),
        })
        {
            attempts.AddRange(await Attempt.MakeAllAsync(actions, hands));
        }

        Assert.All(attempts, static attempt => Assert.True(attempt.IsRefusedByRule, $"{attempt.Action.Name} ({attempt.Action.What}) by {attempt.By}: {attempt.Answer}"));
        Assert.True(attempts.Select(static attempt => attempt.Action.Name).Distinct().Count() >= 41, "fewer than 41 kinds of action were tried");
        Assert.Superset(
            new HashSet<string> { RefusingRule.ServiceControlPolicy, RefusingRule.RolePolicy, RefusingRule.TrustPolicy, RefusingRule.ResourcePolicy },
            attempts.Select(static attempt => attempt.Refused!).ToHashSet());
        (await workbench.RunAsync("isolation", "verify")).MustExit(0);
    }

    private static Hands Administrator(Workbench workbench, string account) => new(account, workbench.Sandbox, workbench.Sandbox.CredentialsOf(account));

    private static async Task<Hands> RoleAsync(Workbench workbench, Hands service, string arn)
    {
        var session = await service.Sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = arn, RoleSessionName = "tries", ExternalId = workbench.Sandbox.ExternalId });
        return new Hands(arn, workbench.Sandbox, new SessionAWSCredentials(session.Credentials.AccessKeyId, session.Credentials.SecretAccessKey, session.Credentials.SessionToken));
    }

    private static async Task MustBreakAsync(Workbench workbench, string rail, string words)
    {
        var found = (await LookAsync(workbench, exitCode: 1))[rail];
        Assert.Equal("broken", found.State);
        Assert.Contains(words, found.Found, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, (string State, string Found)>> LookAsync(Workbench workbench, int exitCode)
    {
        using var document = JsonDocument.Parse((await workbench.RunAsync("guard", "--output", "json")).MustExit(exitCode).Output);
        return document.RootElement.GetProperty("rails").EnumerateArray().ToDictionary(
            static rail => rail.GetProperty("id").GetString()!, static rail => (rail.GetProperty("state").GetString()!, rail.GetProperty("found").GetString()!));
    }
}
