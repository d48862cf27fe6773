using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Aws.Tests.Copying;

public sealed class VaultAccountTests
{
    private const string Shared = "arn:aws:rds:eu-west-1:111111111111:snapshot:rd-staging-acme-c0abcdef0123";

    [Fact]
    public async Task Copy_is_asked_under_the_vaults_key_with_our_tags_and_none_of_the_sources()
    {
        var tags = Shapes.Tags(TagNames.CopyRole, "acme", "c0abcdef0123");
        await using var aws = await CannedAws.WithRoleAsync(request =>
            CannedAnswer.Rds(request.Action, Shapes.Snapshot("rd-copy-acme-c0abcdef0123", status: "creating")));
        using var vault = AwsAccounts.OpenVault(aws.Access);

        var copy = await vault.CopyAsync(Shared, "rd-copy-acme-c0abcdef0123", "arn:vault-key", tags, default);

        Assert.Equal(tags, copy.Tags);
        var asked = aws.Requests[^1];
        Assert.Equal(Shared, asked["SourceDBSnapshotIdentifier"]);
        Assert.Equal("arn:vault-key", asked["KmsKeyId"]);
        Assert.Equal("false", asked["CopyTags"]);
        Assert.Equal(tags, asked.Tags);
        Assert.False(asked.Form.ContainsKey("PreSignedUrl"));
    }

    [Fact]
    public async Task Copy_from_another_region_is_presigned_for_it()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => CannedAnswer.Rds(request.Action, Shapes.Snapshot("rd-copy-acme-c0abcdef0123")));
        using var vault = AwsAccounts.OpenVault(aws.Access);

        await vault.CopyAsync(
            Shared.Replace("eu-west-1", "us-east-1", StringComparison.Ordinal), "rd-copy-acme-c0abcdef0123", "k", new Dictionary<string, string>(), default);

        Assert.StartsWith("https://rds.us-east-1.amazonaws.com/", aws.Requests[^1]["PreSignedUrl"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manual_snapshots_and_those_of_AWS_Backup_are_listed_over_all_pages_and_only_what_may_be_ours_is_asked_for_tags()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => request switch
        {
            { Action: "ListTagsForResource" } => CannedAnswer.Rds(request.Action, Shapes.TagList(new Dictionary<string, string> { ["asked"] = "yes" })),
            _ when request["SnapshotType"] == "awsbackup" => Shapes.Snapshots(Shapes.Snapshot("awsbackup:copyjob-1")),
            _ when request.Form.ContainsKey("Marker") => Shapes.Snapshots(Shapes.Snapshot("rd-copy-acme-c0abcdef0123")),
            _ => Shapes.Snapshots(Shapes.Snapshot("made-by-hand") + Shapes.Snapshot("tagged", new Dictionary<string, string> { ["a"] = "b" }), "page2"),
        });
        using var vault = AwsAccounts.OpenVault(aws.Access);

        var all = await vault.ListSnapshotsAsync(default);

        Assert.Equal(["made-by-hand", "tagged", "rd-copy-acme-c0abcdef0123", "awsbackup:copyjob-1"], all.Select(snapshot => snapshot.Name));
        Assert.Equal([0, 1, 1, 1], all.Select(snapshot => snapshot.Tags.Count));
        Assert.Equal("manual", aws.Requests[1]["SnapshotType"]);
        Assert.Equal(2, aws.Operations.Count(static operation => operation == "rds:ListTagsForResource"));
    }

    [Theory]
    [InlineData("AWS", true)]
    [InlineData("CUSTOMER", false)]
    public async Task Key_tells_its_state_and_whether_it_can_leave_the_account(string manager, bool managed)
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => CannedAnswer.Json(
            $$"""{"KeyMetadata":{"KeyId":"k","Arn":"arn:aws:kms:eu-west-1:222222222222:key/k","KeyState":"SomeNewState","KeyManager":"{{manager}}"} }"""));
        using var vault = AwsAccounts.OpenVault(aws.Access);

        var key = await vault.DescribeKeyAsync("arn:aws:kms:eu-west-1:222222222222:alias/vault", default);

        Assert.Equal("arn:aws:kms:eu-west-1:222222222222:key/k", key.Arn);
        Assert.Equal("SomeNewState", key.State);
        Assert.Equal(managed, key.AwsManaged);
    }

    [Fact]
    public async Task Tags_are_added_to_the_copy()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => CannedAnswer.Rds(request.Action));
        using var vault = AwsAccounts.OpenVault(aws.Access);

        await vault.TagAsync("arn:copy", new Dictionary<string, string> { ["restoredrill:x"] = "y" }, default);

        Assert.Equal("arn:copy", aws.Requests[^1]["ResourceName"]);
        Assert.Equal("y", aws.Requests[^1].Tags["restoredrill:x"]);
    }
}
