namespace RestoreDrill.Aws.Tests.Policies;

/// <summary>What an emergency restore into another account may do, there and on the way, by the shipped policies alone.</summary>
public sealed class RestoreTargetPolicyTests
{
    private const string Restored = "arn:aws:rds:{region}:{target-account}:db:rd-restored-{installation}-*";

    private static readonly PolicyDocument Target = PolicyDocument.Read("restoredrill-restore-target");

    private static readonly PolicyDocument OnTheWay = PolicyDocument.Read("restoredrill-restore.copy-back");

    [Fact]
    public void Role_of_the_other_account_does_what_that_of_the_vault_account_does_but_for_facts()
    {
        var restore = PolicyDocument.Read("restoredrill-restore").Actions.Where(static action => !action.StartsWith("s3:", StringComparison.Ordinal));

        Assert.Equal(restore.Order(StringComparer.Ordinal), Target.Actions.Order(StringComparer.Ordinal));
        Assert.All(Target.Statements, static statement => Assert.Equal("Allow", statement.Effect));
        Assert.All(Target.Actions, static action => Assert.DoesNotMatch(@"Delete|Remove|Stop|Copy|\*", action));
        Assert.All(
            Target.Statements.Where(static statement => statement.Resources.Contains("*")).SelectMany(static statement => statement.Actions),
            static action => Assert.Matches("^(rds:(Describe|List)|sts:GetCallerIdentity$)", action));
    }

    [Fact]
    public void It_touches_nothing_of_the_vault_account_but_looks_at_its_key()
    {
        var beyond = Target.Statements.Where(static statement => statement.Resources.Any(static resource => resource != "*" && !resource.Contains("{target-account}", StringComparison.Ordinal) && resource != "{target-key-arn}")).ToList();

        Assert.Equal(["kms:DescribeKey"], Assert.Single(beyond).Actions);
        Assert.Equal(["arn:aws:kms:{region}:{target-account}:key/*", "{vault-key-arn}"], beyond[0].Resources);
    }

    [Theory]
    [InlineData("rds:ModifyDBInstance")]
    [InlineData("rds:RebootDBInstance")]
    public void What_changes_an_instance_is_bound_to_names_and_tags_of_restored_ones(string action)
    {
        var statement = Assert.Single(Target.Statements, statement => statement.Actions.Contains(action) && statement.Resources.Any(static resource => resource.Contains(":db:", StringComparison.Ordinal)));

        Assert.Equal([Restored], statement.Resources);
        Assert.Contains("\"aws:ResourceTag/restoredrill:installation\": \"{installation}\"", statement.Condition, StringComparison.Ordinal);
        Assert.Contains("\"aws:ResourceTag/restoredrill:role\": \"restored\"", statement.Condition, StringComparison.Ordinal);
    }

    [Fact]
    public void It_restores_recovery_points_into_its_own_names_and_tags_those_alone()
    {
        Assert.Equal(
            [
                "arn:aws:rds:{region}:{target-account}:snapshot:awsbackup:*", Restored, "arn:aws:rds:{region}:{target-account}:subgrp:{restore-subnet-group}",
                "arn:aws:rds:{region}:{target-account}:pg:restoredrill-*", "arn:aws:rds:{region}:{target-account}:og:default:postgres-*",
            ],
            Assert.Single(Target.Statements, static statement => statement.Actions.Contains("rds:RestoreDBInstanceFromDBSnapshot")).Resources);
        Assert.Equal([Restored], Assert.Single(Target.Statements, static statement => statement.Actions.Contains("rds:AddTagsToResource")).Resources);
    }

    [Fact]
    public void Keys_are_used_through_RDS_alone_and_granted_to_services_of_AWS_alone()
    {
        var uses = Target.Statements.Where(static statement => statement.Actions.Any(static action => action.StartsWith("kms:", StringComparison.Ordinal) && action != "kms:DescribeKey")).ToList();

        Assert.Equal(2, uses.Count);
        Assert.All(uses, static statement => Assert.Equal(["{target-key-arn}"], statement.Resources));
        Assert.All(uses, static statement => Assert.Contains("\"kms:ViaService\": \"rds.*.amazonaws.com\"", statement.Condition, StringComparison.Ordinal));
        Assert.Contains(
            "\"kms:GrantIsForAWSResource\": \"true\"", Assert.Single(uses, static statement => statement.Actions.Contains("kms:CreateGrant")).Condition, StringComparison.Ordinal);
    }

    [Fact]
    public void It_opens_to_the_role_of_emergency_restores_alone()
    {
        var statement = Assert.Single(PolicyDocument.Read("restoredrill-restore-target.trust").Statements);

        Assert.Equal(["sts:AssumeRole"], statement.Actions);
        Assert.Contains("\"AWS\": \"{restore-role-arn}\"", File.ReadAllText(Path.Combine(PolicyDocument.Folder(), "restoredrill-restore-target.trust.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_way_it_copies_into_one_vault_in_one_role_and_takes_on_one_other()
    {
        Assert.Equal(["backup:DescribeCopyJob", "backup:StartCopyJob", "iam:PassRole", "sts:AssumeRole"], OnTheWay.Actions.Order(StringComparer.Ordinal));
        var copies = Assert.Single(OnTheWay.Statements, static statement => statement.Actions.Contains("backup:StartCopyJob"));
        Assert.Equal(["arn:aws:rds:{region}:{vault-account}:snapshot:awsbackup:*"], copies.Resources);
        Assert.Contains("\"backup:CopyTargets\": \"arn:aws:backup:{region}:{target-account}:backup-vault:{target-vault}\"", copies.Condition, StringComparison.Ordinal);
        var passes = Assert.Single(OnTheWay.Statements, static statement => statement.Actions.Contains("iam:PassRole"));
        Assert.Equal(["{copy-back-role-arn}"], passes.Resources);
        Assert.Contains("\"iam:PassedToService\": \"backup.amazonaws.com\"", passes.Condition, StringComparison.Ordinal);
        Assert.Equal(["{target-role-arn}"], Assert.Single(OnTheWay.Statements, static statement => statement.Actions.Contains("sts:AssumeRole")).Resources);
        Assert.Equal(["backup:DescribeCopyJob"], OnTheWay.Statements.Where(static statement => statement.Resources.Contains("*")).SelectMany(static statement => statement.Actions));
    }

    [Fact]
    public void Key_of_the_copies_is_lent_as_that_of_the_source_is()
    {
        static string Text(string name) => File.ReadAllText(Path.Combine(PolicyDocument.Folder(), name));
        var source = Text("source-key.json");
        var lent = source[source.IndexOf("\"TheVaultLooksAtTheKey\"", StringComparison.Ordinal)..].Replace("{vault-account}", "{target-account}", StringComparison.Ordinal)
            .Replace("TheVaults", "TheTargets", StringComparison.Ordinal).Replace("TheVault", "TheTarget", StringComparison.Ordinal);

        Assert.EndsWith(lent, Text("vault-key.copy-back.json"), StringComparison.Ordinal);
        Assert.Equal(3, PolicyDocument.Read("vault-key.copy-back").Statements.Count);
    }
}
