using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds;
using RestoreDrill.Sandbox.Rds.Groups;

namespace RestoreDrill.Sandbox.Tests.Rds;

public sealed class RdsPermissionTests
{
    private const string Ours = "arn:aws:rds:eu-west-1:222222222222:";
    private static readonly string Major = ParameterCatalog.EngineVersion.Split('.')[0];

    [Theory]
    [InlineData("DescribeDBInstances", "", "db:*")]
    [InlineData("DescribeDBInstances", "DBInstanceIdentifier=Courses", "db:courses")]
    [InlineData("DescribeDBSnapshots", "SnapshotType=manual", "snapshot:*")]
    [InlineData("DescribeDBParameters", "DBParameterGroupName=g", "pg:g")]
    [InlineData("DescribeDBSubnetGroups", "", "subgrp:*")]
    [InlineData("CreateDBSnapshot", "DBInstanceIdentifier=i DBSnapshotIdentifier=s", "db:i snapshot:s")]
    [InlineData("CreateDBSnapshot", "DBInstanceIdentifier=i DBSnapshotIdentifier=s Tags.Tag.1.Key=a Tags.Tag.1.Value=b", "db:i snapshot:s +snapshot:s")]
    [InlineData("CopyDBSnapshot", "SourceDBSnapshotIdentifier=s TargetDBSnapshotIdentifier=t", "snapshot:s snapshot:t")]
    [InlineData("CopyDBSnapshot", "SourceDBSnapshotIdentifier=s TargetDBSnapshotIdentifier=t Tags.Tag.1.Key=a", "snapshot:s snapshot:t +snapshot:t")]
    [InlineData("DeleteDBSnapshot", "DBSnapshotIdentifier=s", "snapshot:s")]
    [InlineData("RestoreDBInstanceFromDBSnapshot", "DBSnapshotIdentifier=s DBInstanceIdentifier=i DBSubnetGroupName=n DBParameterGroupName=g Tags.Tag.1.Key=a",
        "snapshot:s db:i subgrp:n pg:g og:default:postgres-{major} +db:i")]
    [InlineData("RestoreDBInstanceFromDBSnapshot", "DBSnapshotIdentifier=s DBInstanceIdentifier=i",
        "snapshot:s db:i subgrp:default pg:default.postgres{major} og:default:postgres-{major}")]
    [InlineData("ModifyDBInstance", "DBInstanceIdentifier=i MasterUserPassword=x", "db:i")]
    [InlineData("ModifyDBInstance", "DBInstanceIdentifier=i DBParameterGroupName=g", "db:i pg:g")]
    [InlineData("ListTagsForResource", "ResourceName=arn:aws:rds:eu-west-1:222222222222:snapshot:s", "snapshot:s")]
    public void Operation_asks_for_its_action_on_everything_it_touches(string action, string parameters, string expected)
    {
        var checks = ChecksOf(action, parameters);

        Assert.Equal(
            expected.Replace("{major}", Major, StringComparison.Ordinal),
            string.Join(' ', checks.Select(check => (check.Action == $"rds:{action}" ? "" : "+") + check.Resource.Replace(Ours, "", StringComparison.Ordinal))));
        Assert.All(checks, check => Assert.Equal("222222222222", check.ResourceAccountId));
    }

    [Fact]
    public void Resource_of_another_account_is_asked_for_as_that_accounts() => Assert.Equal(
        "111111111111",
        ChecksOf("CopyDBSnapshot", "SourceDBSnapshotIdentifier=arn:aws:rds:eu-west-1:111111111111:snapshot:s TargetDBSnapshotIdentifier=t")[0].ResourceAccountId);

    [Fact]
    public void Tags_of_the_request_are_condition_keys()
    {
        var keys = ChecksOf("AddTagsToResource", $"ResourceName={Ours}snapshot:s Tags.Tag.1.Key=a Tags.Tag.1.Value=1 Tags.Tag.2.Key=b").Single().Keys
            .ToDictionary(key => key.Key, key => key.Values);

        Assert.Equal(["a", "b"], keys["aws:TagKeys"]);
        Assert.Equal(["1"], keys["aws:RequestTag/a"]);
        Assert.Equal([""], keys["aws:RequestTag/b"]);
    }

    private static IReadOnlyList<AccessCheck> ChecksOf(string action, string parameters)
    {
        var directory = Directory.CreateTempSubdirectory("restoredrill-permissions-");
        var values = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var caller = new Principal("222222222222", "arn:aws:iam::222222222222:user/administrator", "AIDA", null);
        try
        {
            return new RdsPermissions(new AccountStates(new StateDirectory(directory.FullName)))
                .Of(new AwsCall("r", "rds", "eu-west-1", action, caller, new CallParameters(values)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
