using RestoreDrill.Aws.Facts;
using RestoreDrill.Aws.Tests.Access;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Restoring;

namespace RestoreDrill.Aws.Tests.Policies;

/// <summary>The shipped policies allow what the adapters call, and nothing else.</summary>
public sealed class PolicyTests
{
    private const string Source = "restoredrill-source";
    private const string Vault = "restoredrill-vault";
    private const string Drill = "restoredrill-drill";
    private const string Restore = "restoredrill-restore";
    private const string CopyBack = "restoredrill-restore.copy-back";
    private const string Target = "restoredrill-restore-target";

    /// <summary>What RDS does with a key in the caller's name; allowed only through RDS.</summary>
    private static readonly string[] Forwarded =
    [
        "kms:CreateGrant", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    /// <summary>RDS asks for it when something is created with tags.</summary>
    private const string Tagging = "rds:AddTagsToResource";

    /// <summary>What the instance asks IAM for when a login comes with a token; nothing is called for it.</summary>
    private const string Connecting = "rds-db:connect";

    /// <summary>What AWS Backup asks for when a job is to work in a role.</summary>
    private const string Passing = "iam:PassRole";

    /// <summary>What S3 asks for when an object is put with a retention.</summary>
    private const string Retaining = "s3:PutObjectRetention";

    private static readonly FactStoreOptions Bucket = new() { Bucket = "facts", Owner = "222222222222", Retention = TimeSpan.FromDays(90) };

    private static readonly FactVersion Version = new("demo/courses/copy/verdict/key", "v1", default, 2, false);

    private static readonly string Staging = Shapes.Names.StagingSnapshot(Shapes.CopyRun);
    private static readonly string Restored = Shapes.Names.RestoredInstance(Shapes.Restore);
    private static readonly string Scratch = Shapes.Names.ScratchInstance(Shapes.Drill);

    [Fact]
    public async Task Source_policy_is_what_the_source_account_calls()
    {
        await using var aws = await CannedAws.WithRoleAsync(Answer);
        using var source = AwsAccounts.OpenSource(aws.Access);

        await CallAll<ISourceAccount>(
            ("IdentifyAsync", source.IdentifyAsync(default)),
            ("FindInstanceAsync", source.FindInstanceAsync("courses", default)),
            ("ReadParametersAsync", source.ReadParametersAsync("g", ["p"], default)),
            ("DescribeKeyAsync", source.DescribeKeyAsync("k", default)),
            ("FindSnapshotAsync", source.FindSnapshotAsync(Staging, default)),
            ("CreateSnapshotAsync", source.CreateSnapshotAsync("courses", Staging, Shapes.StagingTags, default)),
            ("ReencryptSnapshotAsync", source.ReencryptSnapshotAsync(Staging, Staging + "-cmk", "k", Shapes.StagingTags, default)),
            ("SharedWithAsync", source.SharedWithAsync(Staging, default)),
            ("ShareAsync", source.ShareAsync(Staging, "222222222222", default)),
            ("UnshareAsync", source.UnshareAsync(Staging, "222222222222", default)),
            ("FindVaultAsync", source.FindVaultAsync("staging", default)),
            ("StartBackupAsync", source.StartBackupAsync(Shapes.BackupOrder, default)),
            ("FindBackupJobAsync", source.FindBackupJobAsync("j", default)),
            ("StartCopyAsync", source.StartCopyAsync(Shapes.CopyOrder, default)),
            ("FindCopyJobAsync", source.FindCopyJobAsync("j", default)),
            ("MakeLoginTokenAsync", source.MakeLoginTokenAsync("courses.rds", 5432, "reader", default)),
            ("RemoveStagingSnapshotAsync", source.RemoveStagingSnapshotAsync(Staging, Shapes.Installation, Shapes.CopyRun, default)));
        using var states = AwsAccounts.OpenStateBucket(aws.Access, "111111111111");
        await CallAll<IStateBucket>(("ExamineAsync", states.ExamineAsync("acme-state", default)));

        AssertAllowsExactly(Source, [.. aws.Operations, Tagging, Connecting, Passing, .. Forwarded]);
    }

    [Fact]
    public async Task Vault_policy_is_what_the_vault_account_calls()
    {
        await using var aws = await CannedAws.WithRoleAsync(Answer);
        using var vault = AwsAccounts.OpenVault(aws.Access);
        using var isolation = AwsAccounts.OpenIsolation(aws.Access);

        await CallAll<IVaultAccount>(
            ("IdentifyAsync", vault.IdentifyAsync(default)),
            ("DescribeKeyAsync", vault.DescribeKeyAsync("k", default)),
            ("FindSnapshotAsync", vault.FindSnapshotAsync("rd-copy-acme-c0abcdef0123", default)),
            ("ListSnapshotsAsync", vault.ListSnapshotsAsync(default)),
            ("CopyAsync", vault.CopyAsync("arn:shared", "rd-copy-acme-c0abcdef0123", "k", Shapes.StagingTags, default)),
            ("FindVaultAsync", vault.FindVaultAsync("copies", default)),
            ("FindPointAsync", vault.FindPointAsync("copies", Shapes.PointArn, default)),
            ("TagAsync", vault.TagAsync("arn:copy", Shapes.StagingTags, default)),
            ("TagAsync", vault.TagAsync(Shapes.PointArn, Shapes.StagingTags, default)));

        await CallAll<IIsolation>(
            ("FindOrganisationAsync", isolation.FindOrganisationAsync(default)),
            ("IsMemberAsync", isolation.IsMemberAsync("111111111111", default)),
            ("PathOfAsync", isolation.PathOfAsync("222222222222", default)),
            ("AccountsInAsync", isolation.AccountsInAsync("r-1", default)),
            ("ListTrustsAsync", isolation.ListTrustsAsync(default)),
            ("FindPoliciesAsync", isolation.FindPoliciesAsync("restoredrill-vault", default)),
            ("FindVaultPolicyAsync", isolation.FindVaultPolicyAsync("copies", default)),
            ("KeyPolicyAsync", isolation.KeyPolicyAsync("arn:k", default)),
            ("GrantsOfAsync", isolation.GrantsOfAsync("arn:k", default)),
            ("SharedWithAsync", isolation.SharedWithAsync("rd-copy-acme-c0abcdef0123", default)));

        using var facts = AwsAccounts.OpenFacts(aws.Access, Bucket);
        await CallAll<IFactStore>([.. Depositing(facts), ("ExamineAsync", facts.ExamineAsync(default)), ("get_Name", Task.FromResult(facts.Name))]);

        AssertAllowsExactly(Vault, [.. aws.Operations, Retaining, .. Forwarded]);
    }

    [Fact]
    public async Task Drill_policy_is_what_the_scratch_account_calls()
    {
        await using var aws = await CannedAws.WithRoleAsync(Answer);
        using var scratch = AwsAccounts.OpenScratch(aws.Access);
        var order = new RestoreOrder
        {
            Name = Scratch, Copy = "c", InstanceClass = "i", SubnetGroup = "s", SecurityGroups = ["g"], ParameterGroup = "p", Tags = Shapes.ScratchTags,
        };

        await CallAll<IScratchAccount>(
            ("IdentifyAsync", scratch.IdentifyAsync(default)),
            ("FindParameterGroupAsync", scratch.FindParameterGroupAsync("g", ["p"], default)),
            ("SubnetGroupExistsAsync", scratch.SubnetGroupExistsAsync("s", default)),
            ("FindCopyAsync", scratch.FindCopyAsync("rd-copy-acme-c0abcdef0123", default)),
            ("DescribeKeyAsync", scratch.DescribeKeyAsync("k", default)),
            ("ListSnapshotsAsync", scratch.ListSnapshotsAsync(default)),
            ("FindVaultAsync", scratch.FindVaultAsync("copies", default)),
            ("FindPointAsync", scratch.FindPointAsync("copies", Shapes.PointArn, default)),
            ("FindAsync", scratch.FindAsync(Scratch, default)),
            ("ListAsync", scratch.ListAsync(Shapes.Names.ScratchPrefix, default)),
            ("RestoreAsync", scratch.RestoreAsync(order, default)),
            ("ResetMasterPasswordAsync", scratch.ResetMasterPasswordAsync(Scratch, MasterPassword.Generate(), Shapes.Installation, Shapes.Drill, default)),
            ("GiveParameterGroupAsync", scratch.GiveParameterGroupAsync(Scratch, "g", Shapes.Installation, Shapes.Drill, default)),
            ("RebootAsync", scratch.RebootAsync(Scratch, Shapes.Installation, Shapes.Drill, default)),
            ("RemoveAsync", scratch.RemoveAsync(Scratch, Shapes.Installation, Shapes.Drill, default)));

        using var facts = AwsAccounts.OpenFacts(aws.Access, Bucket);
        await Task.WhenAll(Depositing(facts).Select(static one => one.Call));

        AssertAllowsExactly(Drill, [.. aws.Operations, Tagging, Retaining, .. Forwarded]);
    }

    [Fact]
    public async Task Restore_policy_is_what_the_emergency_account_calls()
    {
        await using var aws = await CannedAws.WithRoleAsync(Answer);
        using var account = AwsAccounts.OpenEmergency(aws.Access);
        var order = new RestoreOrder
        {
            Name = Restored, Copy = "c", InstanceClass = "i", SubnetGroup = "s", SecurityGroups = ["g"], ParameterGroup = "p", Tags = Shapes.RestoredTags,
        };

        await CallAll<IEmergencyAccount>(
            ("get_NeedsSignIn", Task.FromResult(account.NeedsSignIn)),
            ("SignInAsync", account.SignInAsync(new TypedCodes(), default)),
            ("IdentifyAsync", account.IdentifyAsync(default)),
            ("FindParameterGroupAsync", account.FindParameterGroupAsync("g", ["p"], default)),
            ("SubnetGroupExistsAsync", account.SubnetGroupExistsAsync("s", default)),
            ("FindCopyAsync", account.FindCopyAsync("rd-copy-acme-c0abcdef0123", default)),
            ("DescribeKeyAsync", account.DescribeKeyAsync("k", default)),
            ("ListSnapshotsAsync", account.ListSnapshotsAsync(default)),
            ("FindVaultAsync", account.FindVaultAsync("copies", default)),
            ("FindPointAsync", account.FindPointAsync("copies", Shapes.PointArn, default)),
            ("FindAsync", account.FindAsync(Restored, default)),
            ("RestoreAsync", account.RestoreAsync(order, default)),
            ("ResetMasterPasswordAsync", account.ResetMasterPasswordAsync(Restored, MasterPassword.Generate(), Shapes.Installation, Shapes.Restore, default)),
            ("GiveParameterGroupAsync", account.GiveParameterGroupAsync(Restored, "g", Shapes.Installation, Shapes.Restore, default)),
            ("RebootAsync", account.RebootAsync(Restored, Shapes.Installation, Shapes.Restore, default)),
            ("StartCopyAsync", account.StartCopyAsync(Shapes.CopyOrder, default)),
            ("FindCopyJobAsync", account.FindCopyJobAsync("j", default)));

        var facts = account.OpenFacts(Bucket);
        await Task.WhenAll(facts.ListVersionsAsync("acme/", default), facts.ReadAsync(Version, 10, default));

        // Another account's role is taken on by this one's session: the last of what is allowed for it alone.
        var added = PolicyDocument.Read(CopyBack).Actions;
        Assert.Equal(["backup:DescribeCopyJob", "backup:StartCopyJob", Passing, "sts:AssumeRole"], added.Order(StringComparer.Ordinal));
        AssertAllowsExactly(Restore, [.. aws.Operations.Except(added), Tagging, .. Forwarded]);
    }

    [Fact]
    public async Task Target_policy_is_what_the_account_calls_that_is_restored_in()
    {
        await using var aws = await CannedAws.WithRoleAsync(Answer);
        using var account = AwsAccounts.OpenEmergency(aws.Access);
        using var target = account.OpenTarget(aws.Access with { Profile = null, CredentialsFile = null });
        var order = new RestoreOrder
        {
            Name = Restored, Copy = "c", InstanceClass = "i", SubnetGroup = "s", SecurityGroups = ["g"], ParameterGroup = "p", Tags = Shapes.RestoredTags,
        };

        await CallAll<IRestoringAccount>(
            ("IdentifyAsync", target.IdentifyAsync(default)),
            ("FindParameterGroupAsync", target.FindParameterGroupAsync("g", ["p"], default)),
            ("SubnetGroupExistsAsync", target.SubnetGroupExistsAsync("s", default)),
            ("FindCopyAsync", target.FindCopyAsync("awsbackup:copyjob-1", default)),
            ("DescribeKeyAsync", target.DescribeKeyAsync("k", default)),
            ("ListSnapshotsAsync", target.ListSnapshotsAsync(default)),
            ("FindVaultAsync", target.FindVaultAsync("copies", default)),
            ("FindPointAsync", target.FindPointAsync("copies", Shapes.PointArn, default)),
            ("FindAsync", target.FindAsync(Restored, default)),
            ("RestoreAsync", target.RestoreAsync(order, default)),
            ("ResetMasterPasswordAsync", target.ResetMasterPasswordAsync(Restored, MasterPassword.Generate(), Shapes.Installation, Shapes.Restore, default)),
            ("GiveParameterGroupAsync", target.GiveParameterGroupAsync(Restored, "g", Shapes.Installation, Shapes.Restore, default)),
            ("RebootAsync", target.RebootAsync(Restored, Shapes.Installation, Shapes.Restore, default)));

        AssertAllowsExactly(Target, [.. aws.Operations, Tagging, .. Forwarded]);
    }

    [Fact]
    public void Code_mentions_no_operation_that_no_policy_allows()
    {
        var mentioned = ApiReferences.Of(typeof(AwsAccounts).Assembly.Location).Keys;
        string[] policies = [Source, Vault, Drill, Restore, CopyBack, Target, Source + ".trust", Vault + ".trust", Drill + ".trust", Restore + ".trust", Target + ".trust"];
        var allowed = policies.SelectMany(name => PolicyDocument.Read(name).Actions).Except(Forwarded).Except([Connecting, Passing, Retaining]);

        Assert.Equal(allowed.Order().Distinct(), mentioned.Order());
    }

    [Fact]
    public void Code_deletes_in_two_places_only_and_puts_new_objects_in_one()
    {
        string[] destructive = ["Delete", "Remove", "Stop", "Disable", "Cancel", "Schedule", "Put", "Revoke", "Retire"];

        var found = ApiReferences.Of(typeof(AwsAccounts).Assembly.Location)
            .Where(reference => destructive.Any(verb => reference.Key.Split(':')[1].StartsWith(verb, StringComparison.Ordinal)))
            .ToDictionary();

        Assert.Equal(new Dictionary<string, int> { ["rds:DeleteDBInstance"] = 1, ["rds:DeleteDBSnapshot"] = 1, ["s3:PutObject"] = 1 }, found);
    }

    [Theory]
    [InlineData(Source, "rds:DeleteDBSnapshot", "arn:aws:rds:{region}:{source-account}:snapshot:rd-staging-{installation}-*", "staging")]
    [InlineData(Drill, "rds:DeleteDBInstance", "arn:aws:rds:{region}:{vault-account}:db:rd-scratch-{installation}-*", "scratch")]
    [InlineData(Drill, "rds:ModifyDBInstance", "arn:aws:rds:{region}:{vault-account}:db:rd-scratch-{installation}-*", "scratch")]
    [InlineData(Drill, "rds:RebootDBInstance", "arn:aws:rds:{region}:{vault-account}:db:rd-scratch-{installation}-*", "scratch")]
    [InlineData(Target, "rds:RebootDBInstance", "arn:aws:rds:{region}:{target-account}:db:rd-restored-{installation}-*", "restored")]
    [InlineData(Restore, "rds:RebootDBInstance", "arn:aws:rds:{region}:{vault-account}:db:rd-restored-{installation}-*", "restored")]
    public void What_destroys_is_bound_to_our_names_and_our_tags(string policy, string action, string resource, string role)
    {
        // A parameter group is named in a call that changes an instance, and nothing is done to it.
        var statement = Assert.Single(PolicyDocument.Read(policy).Statements, statement => statement.Actions.Contains(action) && !statement.Resources.All(static one => one.Contains(":pg:", StringComparison.Ordinal)));

        Assert.Equal([resource], statement.Resources);
        Assert.Contains("\"aws:ResourceTag/restoredrill:installation\": \"{installation}\"", statement.Condition, StringComparison.Ordinal);
        Assert.Contains($"\"aws:ResourceTag/restoredrill:role\": \"{role}\"", statement.Condition, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Source)]
    [InlineData(Vault)]
    [InlineData(Drill)]
    [InlineData(Restore)]
    [InlineData(Target)]
    public void Policy_has_no_wildcard_action_and_leaves_only_looking_unbound(string policy)
    {
        var statements = PolicyDocument.Read(policy).Statements;

        Assert.All(statements, statement => Assert.Equal("Allow", statement.Effect));
        Assert.All(statements.SelectMany(statement => statement.Actions), action => Assert.DoesNotContain('*', action));
        Assert.All(
            statements.Where(statement => statement.Resources.Contains("*")).SelectMany(statement => statement.Actions),
            action => Assert.Matches("^((rds|organizations):(Describe|List)|backup:Describe(Backup|Copy)Job$|iam:ListRoles$|sts:GetCallerIdentity$)", action));
        Assert.All(
            statements.Where(statement => statement.Actions.Any(Forwarded.Contains)),
            statement => Assert.Contains("kms:ViaService", statement.Condition, StringComparison.Ordinal));
        Assert.Contains(
            "kms:GrantIsForAWSResource",
            Assert.Single(statements, statement => statement.Actions.Contains("kms:CreateGrant")).Condition,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Connecting_is_bound_to_the_reader()
    {
        var statement = Assert.Single(PolicyDocument.Read(Source).Statements, static statement => statement.Actions.Contains(Connecting));

        Assert.Equal([Connecting], statement.Actions);
        Assert.Equal(["arn:aws:rds-db:{region}:{source-account}:dbuser:*/{reader}"], statement.Resources);
        string[] others = [Vault, Drill, Restore];
        Assert.All(others, static policy => Assert.DoesNotContain(Connecting, PolicyDocument.Read(policy).Actions));
    }

    [Fact]
    public void Passing_is_bound_to_the_role_of_AWS_Backup_and_to_that_service()
    {
        var statement = Assert.Single(PolicyDocument.Read(Source).Statements, static statement => statement.Actions.Contains(Passing));

        Assert.Equal([Passing], statement.Actions);
        Assert.Equal(["{backup-role-arn}"], statement.Resources);
        Assert.Contains("\"iam:PassedToService\": \"backup.amazonaws.com\"", statement.Condition, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_go_into_the_locked_vault_and_no_other()
    {
        var statement = Assert.Single(PolicyDocument.Read(Source).Statements, static statement => statement.Actions.Contains("backup:StartCopyJob"));

        Assert.Contains("\"backup:CopyTargets\": \"arn:aws:backup:{region}:{vault-account}:backup-vault:{vault}\"", statement.Condition, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Vault)]
    [InlineData(Drill)]
    public void Facts_are_put_into_our_bucket_below_our_installation_and_nowhere_else(string policy)
    {
        var statements = PolicyDocument.Read(policy).Statements.Where(static statement => statement.Actions.Any(static action => action.StartsWith("s3:", StringComparison.Ordinal))).ToList();

        Assert.Equal(["arn:aws:s3:::{fact-bucket}/{installation}/*"], Assert.Single(statements, static statement => statement.Actions.Contains("s3:PutObject")).Resources);
        Assert.All(statements, static statement => Assert.StartsWith("arn:aws:s3:::{fact-bucket}", Assert.Single(statement.Resources), StringComparison.Ordinal));
        Assert.All(statements.SelectMany(static statement => statement.Actions), static action => Assert.DoesNotMatch("Delete|Bypass|LegalHold|PutBucket", action));
    }

    [Fact]
    public void Source_role_asks_for_the_external_id()
    {
        var statement = Assert.Single(PolicyDocument.Read(Source + ".trust").Statements);

        Assert.Contains("\"sts:ExternalId\": \"{external-id}\"", statement.Condition, StringComparison.Ordinal);
    }

    /// <summary>What a depositor asks of the store.</summary>
    private static (string Member, Task Call)[] Depositing(FactBucket facts) =>
    [
        ("PutIfAbsentAsync", facts.PutIfAbsentAsync(FactObject.Of(Shapes.Installation, "courses", "copy", FactKind.Verdict, default, "{}"), DateTimeOffset.MaxValue, default)),
        ("ListVersionsAsync", facts.ListVersionsAsync("demo/", default)),
        ("ReadAsync", facts.ReadAsync(Version, 100, default)),
        ("LockOfAsync", facts.LockOfAsync(Version, default)),
    ];

    private static void AssertAllowsExactly(string policy, IEnumerable<string> called) =>
        Assert.Equal(called.Distinct().Order(), PolicyDocument.Read(policy).Actions.Order());

    /// <summary>Waits for the calls, and fails if a member of the port is not among them.</summary>
    private static async Task CallAll<TPort>(params (string Member, Task Call)[] calls)
    {
        Type[] port = [typeof(TPort), .. typeof(TPort).GetInterfaces()];
        Assert.Equal(
            port.SelectMany(static part => part.GetMethods()).Select(static method => method.Name).Distinct().Order(), calls.Select(static call => call.Member).Distinct().Order());
        await Task.WhenAll(calls.Select(call => call.Call));
    }

    /// <summary>An AWS that has everything, and gives no tags with descriptions.</summary>
    private static CannedAnswer Answer(CannedRequest request) => request.Action switch
    {
        "GetCallerIdentity" => CannedAnswer.Sts(request.Action, "<Arn>a</Arn><UserId>u</UserId><Account>222222222222</Account>"),
        "StartBackupJob" => CannedAnswer.Json("""{"BackupJobId":"j"}"""),
        "StartCopyJob" => CannedAnswer.Json("""{"CopyJobId":"j"}"""),
        "DescribeBackupJob" => CannedAnswer.Json("""{"BackupJobId":"j","State":"RUNNING"}"""),
        "DescribeCopyJob" => CannedAnswer.Json("""{"CopyJob":{"CopyJobId":"j","State":"RUNNING"}}"""),
        "DescribeBackupVault" => CannedAnswer.Json("""{"BackupVaultName":"copies","BackupVaultArn":"arn:v"}"""),
        "DescribeRecoveryPoint" => CannedAnswer.Json("""{"RecoveryPointArn":"arn:p","Status":"COMPLETED"}"""),
        "TagResource" => CannedAnswer.Json(""),
        "ListBucketVersions" => new CannedAnswer(200, "<ListVersionsResult><IsTruncated>false</IsTruncated></ListVersionsResult>", "application/xml"),
        "GetObjectRetention" => new CannedAnswer(200, "<Retention><Mode>COMPLIANCE</Mode><RetainUntilDate>2099-01-01T00:00:00Z</RetainUntilDate></Retention>", "application/xml"),
        "GetBucketObjectLockConfiguration" => new CannedAnswer(200, "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>", "application/xml"),
        "GetBucketVersioning" => new CannedAnswer(200, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>", "application/xml"),
        "GetBucketPublicAccessBlock" => new CannedAnswer(200, "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>", "application/xml"),
        "GetBucketPolicy" => new CannedAnswer(200, """{"Version":"2012-10-17","Statement":[]}""", "application/json"),
        "GetBucketPolicyStatus" => new CannedAnswer(200, "<PolicyStatus><IsPublic>false</IsPublic></PolicyStatus>", "application/xml"),
        "PutObject" or "GetObjectVersion" => new CannedAnswer(200, "", "application/xml"),
        "DescribeOrganization" => CannedAnswer.Json("""{"Organization":{"Id":"o-1","MasterAccountId":"333333333333"}}"""),
        "DescribeAccount" => CannedAnswer.Json("""{"Account":{"Id":"111111111111"}}"""),
        "ListParents" => CannedAnswer.Json("""{"Parents":[{"Id":"r-1","Type":"ROOT"}]}"""),
        "ListPoliciesForTarget" => CannedAnswer.Json("""{"Policies":[{"Id":"p-1","Name":"n"}]}"""),
        "DescribePolicy" => CannedAnswer.Json("""{"Policy":{"Content":"{}"}}"""),
        "ListAccountsForParent" => CannedAnswer.Json("""{"Accounts":[]}"""),
        "GetKeyPolicy" => CannedAnswer.Json("""{"Policy":"{}"}"""),
        "ListGrants" => CannedAnswer.Json("""{"Grants":[],"Truncated":false}"""),
        "GetBackupVaultAccessPolicy" => CannedAnswer.Json("""{"Policy":"{}"}"""),
        "ListRoles" => CannedAnswer.Iam(request.Action, "<Roles/><IsTruncated>false</IsTruncated>"),
        "ListAttachedRolePolicies" => CannedAnswer.Iam(request.Action, "<AttachedPolicies/><IsTruncated>false</IsTruncated>"),
        "ListRolePolicies" => CannedAnswer.Iam(request.Action, "<PolicyNames><member>p</member></PolicyNames><IsTruncated>false</IsTruncated>"),
        "GetRolePolicy" => CannedAnswer.Iam(request.Action, "<RoleName>r</RoleName><PolicyName>p</PolicyName><PolicyDocument>%7B%7D</PolicyDocument>"),
        "DescribeKey" => CannedAnswer.Json("""{"KeyMetadata":{"KeyId":"k","Arn":"arn:k","KeyState":"Enabled","KeyManager":"CUSTOMER"}}"""),
        "DescribeDBSnapshots" => Shapes.Snapshots(Shapes.Snapshot(request.Form.GetValueOrDefault("DBSnapshotIdentifier", "rd-copy-acme-c0abcdef0123"))),
        "DescribeDBInstances" => Shapes.Instances(Shapes.Instance(request.Form.GetValueOrDefault("DBInstanceIdentifier", Scratch))),
        "ListTagsForResource" => CannedAnswer.Rds(
            request.Action, Shapes.TagList(request["ResourceName"] switch
            {
                var name when name.Contains("scratch", StringComparison.Ordinal) => Shapes.ScratchTags,
                var name when name.Contains("restored", StringComparison.Ordinal) => Shapes.RestoredTags,
                _ => Shapes.StagingTags,
            })),
        "CreateDBSnapshot" or "CopyDBSnapshot" or "DeleteDBSnapshot" => CannedAnswer.Rds(request.Action, Shapes.Snapshot(Staging)),
        "RestoreDBInstanceFromDBSnapshot" or "ModifyDBInstance" or "RebootDBInstance" or "DeleteDBInstance" => CannedAnswer.Rds(request.Action, Shapes.Instance(Scratch)),
        "DescribeDBParameterGroups" => CannedAnswer.Rds(
            request.Action,
            "<DBParameterGroups><DBParameterGroup><DBParameterGroupName>g</DBParameterGroupName><DBParameterGroupFamily>postgres15</DBParameterGroupFamily>"
            + "</DBParameterGroup></DBParameterGroups>"),
        "DescribeDBSubnetGroups" => CannedAnswer.Rds(
            request.Action, "<DBSubnetGroups><DBSubnetGroup><DBSubnetGroupName>s</DBSubnetGroupName></DBSubnetGroup></DBSubnetGroups>"),
        _ => CannedAnswer.Rds(request.Action),
    };
}
