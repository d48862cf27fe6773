namespace RestoreDrill.Aws.Tests.Policies;

/// <summary>What the role of emergency restores may do, by its shipped policies alone.</summary>
public sealed class RestorePolicyTests
{
    private const string Restored = "arn:aws:rds:{region}:{vault-account}:db:rd-restored-{installation}-*";

    private static readonly PolicyDocument Policy = PolicyDocument.Read("restoredrill-restore");

    [Fact]
    public void It_looks_restores_hands_over_and_reads_facts_and_that_is_all()
    {
        string[] allowed =
        [
            "backup:DescribeBackupVault", "backup:DescribeRecoveryPoint",
            "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
            "rds:AddTagsToResource", "rds:DescribeDBInstances", "rds:DescribeDBParameterGroups", "rds:DescribeDBParameters", "rds:DescribeDBSnapshots", "rds:DescribeDBSubnetGroups",
            "rds:ListTagsForResource", "rds:ModifyDBInstance", "rds:RebootDBInstance", "rds:RestoreDBInstanceFromDBSnapshot",
            "s3:GetObjectVersion", "s3:ListBucketVersions", "sts:GetCallerIdentity",
        ];

        Assert.Equal(allowed, Policy.Actions.Order(StringComparer.Ordinal));
        Assert.All(Policy.Statements, static statement => Assert.Equal("Allow", statement.Effect));
        Assert.All(
            Policy.Statements.Where(static statement => statement.Resources.Contains("*")).SelectMany(static statement => statement.Actions),
            static action => Assert.Matches("^(rds:(Describe|List)|sts:GetCallerIdentity$)", action));
    }

    [Theory]
    [InlineData("rds:ModifyDBInstance")]
    [InlineData("rds:RebootDBInstance")]
    public void What_changes_an_instance_is_bound_to_names_and_tags_of_restored_ones(string action)
    {
        var statement = Assert.Single(Policy.Statements, statement => statement.Actions.Contains(action) && statement.Resources.Any(static resource => resource.Contains(":db:", StringComparison.Ordinal)));

        Assert.Equal([Restored], statement.Resources);
        Assert.Contains("\"aws:ResourceTag/restoredrill:installation\": \"{installation}\"", statement.Condition, StringComparison.Ordinal);
        Assert.Contains("\"aws:ResourceTag/restoredrill:role\": \"restored\"", statement.Condition, StringComparison.Ordinal);
    }

    [Fact]
    public void The_group_of_production_is_given_and_never_restored_under()
    {
        const string real = "arn:aws:rds:{region}:{vault-account}:pg:{restore-parameter-group}";

        Assert.Equal(["rds:ModifyDBInstance"], Assert.Single(Policy.Statements, static statement => statement.Resources.Contains(real)).Actions);
        Assert.Equal(
            [Restored],
            Policy.Statements.Where(static statement => statement.Actions.Contains("rds:RestoreDBInstanceFromDBSnapshot"))
                .SelectMany(static statement => statement.Resources).Where(static resource => resource.Contains(":db:", StringComparison.Ordinal)));
        Assert.Equal([Restored], Assert.Single(Policy.Statements, static statement => statement.Actions.Contains("rds:AddTagsToResource")).Resources);
    }

    [Fact]
    public void Keys_are_used_through_RDS_alone_and_granted_to_services_of_AWS_alone()
    {
        var uses = Policy.Statements.Where(static statement => statement.Actions.Any(static action => action.StartsWith("kms:", StringComparison.Ordinal) && action != "kms:DescribeKey")).ToList();

        Assert.Equal(2, uses.Count);
        Assert.All(uses, static statement => Assert.Equal(["{vault-key-arn}"], statement.Resources));
        Assert.All(uses, static statement => Assert.Contains("\"kms:ViaService\": \"rds.*.amazonaws.com\"", statement.Condition, StringComparison.Ordinal));
        Assert.Contains(
            "\"kms:GrantIsForAWSResource\": \"true\"", Assert.Single(uses, static statement => statement.Actions.Contains("kms:CreateGrant")).Condition, StringComparison.Ordinal);
    }

    [Fact]
    public void It_opens_to_a_second_factor_alone()
    {
        var statement = Assert.Single(PolicyDocument.Read("restoredrill-restore.trust").Statements);

        Assert.Equal(["sts:AssumeRole"], statement.Actions);
        Assert.Contains("\"Bool\": {", statement.Condition, StringComparison.Ordinal);
        Assert.Contains("\"aws:MultiFactorAuthPresent\": \"true\"", statement.Condition, StringComparison.Ordinal);
    }
}
