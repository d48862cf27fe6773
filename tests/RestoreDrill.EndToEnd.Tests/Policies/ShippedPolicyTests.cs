using System.Text.Json;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.S3;
using Amazon.S3.Model;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Policies;

/// <summary>The whole job under exactly the policies of docs/iam, in a sandbox that nobody else calls: they suffice, and nothing in them is left over.</summary>
public sealed class ShippedPolicyTests(SharedSandbox shared)
{
    /// <summary>What no call can ask the sandbox for.</summary>
    private static readonly Dictionary<string, string> Unasked = new()
    {
        ["rds:ListTagsForResource"] = "asked where AWS describes something without its tags; the sandbox always gives them",
        ["rds-db:connect"] = "asked by an instance when a login comes with a token; the sandbox's instances take passwords only",
    };

    /// <summary>What S3 asks for a header of an answer, which it leaves out where that is not allowed ("This header is only returned if ...", API reference, HeadObject); nobody looks at it.</summary>
    private const string ForAHeader = "restoredrill-restore s3:GetObjectRetention";

    [Fact]
    public async Task Copies_drills_and_restores_use_every_permission_of_the_shipped_policies_and_need_no_other()
    {
        // New accounts, but for production's key: all else is what `isolation apply` makes.
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Installations = [], Bare = true }, CancellationToken.None);
        using var cloud = new Cloud(SandboxAccess.To(sandbox));
        await cloud.PrepareVaultAsync();
        await MakeKeyAsync(SandboxAccess.To(sandbox));
        await cloud.CreateInstanceAsync("courses-prod", "alias/restoredrill", SampleSize.Small);

        // Its snapshots cannot be shared before they are re-encrypted.
        await cloud.CreateInstanceAsync("legacy-prod", "alias/aws/rds", SampleSize.Small);
        await using var workbench = await shared.NewWorkbenchAsync(
            SandboxAccess.To(sandbox), cloud, new ProtectedInstance("courses", "courses-prod", "OldRows"), new ProtectedInstance("legacy", "legacy-prod"));

        workbench.KeepFacts();
        workbench.AllowRestores();
        workbench.CopyByBackup();
        workbench.Set("Restore:Account", TargetAccount.Section);
        await workbench.KeepStateAsync();
        using var isolated = await IsolatedOrganisation.SetUpAsync(workbench);
        var target = new TargetAccount(SandboxAccess.To(sandbox));
        await target.MakeGroupsAsync();
        await target.MakeRoleAndVaultAsync(workbench.Installation);
        workbench.Settings["Restore"]!.AsObject().Remove("Account");
        workbench.Set("Route", "rds-snapshot");
        (await workbench.RunAsync("config", "check")).MustExit(0);
        foreach (var database in new[] { "courses", "legacy" })
        {
            (await workbench.RunAsync("copy", database)).MustExit(0);
            (await workbench.RunAsync("drill", database)).MustExit(0);
        }

        workbench.CopyByBackup();
        (await workbench.RunAsync("copy", "courses")).MustExit(0);
        Assert.Contains("handed over after", (await workbench.RunAsync("drill", "courses", "--as-emergency")).MustExit(0).Output, StringComparison.Ordinal);
        await MustBeKeptAsync(SandboxAccess.To(sandbox), workbench.Installation);

        // A recovery point, and a copy that is a snapshot of its own.
        foreach (var database in new[] { "courses", "legacy" })
        {
            using var desk = OnCallDesk.Of(workbench, sandbox.Control);
            (await desk.PlanAsync(database)).MustExit(0);
            await using var run = desk.StartRun();
            (await run.WaitAsync()).MustExit(0);
        }

        // The recovery point once more, into another account.
        workbench.Set("Restore:Account", TargetAccount.Section);
        using (var desk = OnCallDesk.Of(workbench, sandbox.Control))
        {
            (await desk.PlanAsync("courses")).MustExit(0);
            await using var run = desk.StartRun();
            (await run.WaitAsync()).MustExit(0);
        }

        // The sources of this test have no deletion protection: that guard rail is broken.
        Assert.Contains("has no deletion protection", (await workbench.RunAsync("guard")).MustExit(1).Everything, StringComparison.Ordinal);
        await MustHoldAsync(workbench, "trust-policies", "role-policies", "service-control-policies", "key-policy", "vault-policy", "copies-private");
        (await workbench.RunAsync("isolation", "verify")).MustExit(0);

        string[] roles = ["restoredrill-source", "restoredrill-vault", "restoredrill-drill", "restoredrill-restore", TargetAccount.Role];
        var asked = sandbox.Control.Permissions.Where(permission => roles.Contains(permission.Role)).ToList();
        Assert.Equal([ForAHeader], asked.Where(static permission => !permission.IsAllowed).Select(static permission => $"{permission.Role} {permission.Action}").Distinct());

        // GetCallerIdentity is answered to anybody: no policy is asked. S3 names its calls otherwise than its permissions.
        var used = asked.Where(static permission => permission.IsAllowed).Select(static permission => $"{permission.Role} {permission.Action}")
            .Concat(sandbox.Control.Calls.Where(call => roles.Contains(call.Role) && call.Service != "s3").Select(static call => $"{call.Role} {call.Service}:{call.Action}"))
            .ToHashSet();
        var listed = roles.SelectMany(static role => ActionsOf(role).Select(action => (Role: role, Action: action))).ToList();
        Assert.Equal(
            listed.Where(static permission => !Unasked.ContainsKey(permission.Action)).Select(static permission => $"{permission.Role} {permission.Action}").Order(),
            used.Order());
        Assert.All(Unasked.Keys, action => Assert.Contains(listed, permission => permission.Action == action));
    }

    /// <summary>Of three copies, two with a manifest, and a drill of each: all in the bucket, locked.</summary>
    private static async Task MustBeKeptAsync(SandboxAccess access, string installation)
    {
        using var s3 = new AmazonS3Client(access.CredentialsOf("vault"), new AmazonS3Config { ServiceURL = access.Address.ToString(), AuthenticationRegion = Workbench.Region, ForcePathStyle = true });
        var facts = (await s3.ListVersionsAsync(new ListVersionsRequest { BucketName = Workbench.FactBucket, Prefix = $"{installation}/" })).Versions;
        var kinds = facts.CountBy(static fact => fact.Key.Split('/')[3]).ToDictionary();
        Assert.Equal(new Dictionary<string, int> { ["copy-facts"] = 3, ["manifest"] = 2, ["birth-certificate"] = 3, ["verdict"] = 3 }, kinds);
        foreach (var fact in facts)
        {
            var retention = (await s3.GetObjectRetentionAsync(new GetObjectRetentionRequest { BucketName = Workbench.FactBucket, Key = fact.Key, VersionId = fact.VersionId })).Retention;
            Assert.Equal(ObjectLockRetentionMode.Compliance, retention.Mode);
        }
    }

    /// <summary>With an account that may use the key, and a role that may share.</summary>
    private static async Task MustHoldAsync(Workbench workbench, params string[] rails)
    {
        using var document = JsonDocument.Parse((await workbench.RunAsync("guard", "--output", "json")).Output);
        Assert.All(
            document.RootElement.GetProperty("rails").EnumerateArray().Where(rail => rails.Contains(rail.GetProperty("id").GetString())),
            static rail => Assert.True(rail.GetProperty("state").GetString() == "holds", rail.ToString()));
    }

    private static async Task MakeKeyAsync(SandboxAccess access)
    {
        using var kms = new AmazonKeyManagementServiceClient(
            access.CredentialsOf("source"), new AmazonKeyManagementServiceConfig { ServiceURL = access.Address.ToString(), AuthenticationRegion = Workbench.Region });
        var key = await kms.CreateKeyAsync(new CreateKeyRequest { Description = "production" });
        await kms.CreateAliasAsync(new CreateAliasRequest { AliasName = "alias/restoredrill", TargetKeyId = key.KeyMetadata.KeyId });
    }

    private static List<string> ActionsOf(string role) =>
        [.. new[] { role, role + ".copy-back" }.Select(static name => Path.Combine(Programs.Root, "docs", "iam", name + ".json")).Where(File.Exists).SelectMany(ActionsIn).Distinct()];

    private static List<string> ActionsIn(string file)
    {
        using var policy = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. policy.RootElement.GetProperty("Statement").EnumerateArray()
                .SelectMany(static statement => statement.GetProperty("Action").EnumerateArray()).Select(static action => action.GetString()!),
        ];
    }
}
