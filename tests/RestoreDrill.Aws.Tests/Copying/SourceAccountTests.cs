using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;

namespace RestoreDrill.Aws.Tests.Copying;

public sealed class SourceAccountTests
{
    private static readonly string Staging = Shapes.Names.StagingSnapshot(Shapes.CopyRun);

    [Fact]
    public async Task Instance_is_read_whole()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Shapes.Instances(
            Shapes.Instance("courses", more: "<StorageEncrypted>true</StorageEncrypted><KmsKeyId>arn:aws:kms:eu-west-1:111111111111:key/k</KmsKeyId>")));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var found = await source.FindInstanceAsync("courses", default);

        Assert.Equal(
            new SourceInstance
            {
                Name = "courses",
                Arn = "arn:aws:rds:eu-west-1:222222222222:db:courses",
                ResourceId = "db-ABC",
                Status = "available",
                Engine = "postgres",
                EngineVersion = "15.18",
                KmsKeyArn = "arn:aws:kms:eu-west-1:111111111111:key/k",
                InstanceClass = "db.t4g.medium",
                ParameterGroup = "production",
                MasterUser = "master",
            },
            found);
    }

    [Fact]
    public async Task Answer_about_another_name_is_absence()
    {
        await using var aws = await CannedAws.WithRoleAsync(request =>
            request.Action == "DescribeDBInstances" ? Shapes.Instances(Shapes.Instance("courses2")) : Shapes.Snapshots(Shapes.Snapshot("Snap", Shapes.StagingTags)));
        using var source = AwsAccounts.OpenSource(aws.Access);

        Assert.Null(await source.FindInstanceAsync("courses", default));
        Assert.Null(await source.FindSnapshotAsync("snap", default));
    }

    [Fact]
    public async Task Look_without_a_name_is_refused_before_it_describes_everything()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Shapes.Instances(""));
        using var source = AwsAccounts.OpenSource(aws.Access);

        await Assert.ThrowsAsync<ArgumentException>(() => source.FindInstanceAsync("", default));
        await Assert.ThrowsAsync<ArgumentException>(() => source.FindSnapshotAsync("", default));
        Assert.Empty(aws.Requests);
    }

    [Fact]
    public async Task Snapshot_times_are_utc_and_tags_come_with_it()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Shapes.Snapshots(Shapes.Snapshot(Staging, Shapes.StagingTags, more:
            "<OriginalSnapshotCreateTime>2026-03-01T02:03:04.567Z</OriginalSnapshotCreateTime><SnapshotDatabaseTime>2026-03-01T02:00:00Z</SnapshotDatabaseTime>"
            + "<SnapshotCreateTime>2026-03-09T00:00:00Z</SnapshotCreateTime><PercentProgress>40</PercentProgress><Encrypted>true</Encrypted>")));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var found = await source.FindSnapshotAsync(Staging, default);

        Assert.NotNull(found);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 2, 3, 4, 567, TimeSpan.Zero), found.OriginalCreateTime);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero), found.DatabaseTime);
        Assert.Equal(TimeSpan.Zero, found.OriginalCreateTime!.Value.Offset);
        Assert.Equal(40, found.PercentProgress);
        Assert.True(found.Encrypted);
        Assert.Equal(Shapes.StagingTags, found.Tags);
        Assert.Equal(["rds:DescribeDBSnapshots"], aws.Operations);
    }

    [Fact]
    public async Task Tags_that_do_not_come_with_the_snapshot_are_asked_for()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => request.Action == "ListTagsForResource"
            ? CannedAnswer.Rds("ListTagsForResource", Shapes.TagList(Shapes.StagingTags))
            : Shapes.Snapshots(Shapes.Snapshot(Staging)));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var found = await source.FindSnapshotAsync(Staging, default);

        Assert.Equal(Shapes.StagingTags, found!.Tags);
    }

    [Fact]
    public async Task Parameters_are_read_over_all_pages_and_those_without_a_value_are_absent()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => request.Form.GetValueOrDefault("Marker") switch
        {
            null => Shapes.Parameters(new Dictionary<string, string?> { ["rds.logical_replication"] = "1", ["work_mem"] = "4" }, "next"),
            "next" => Shapes.Parameters(new Dictionary<string, string?> { ["max_prepared_transactions"] = "7", ["max_wal_senders"] = null }),
            _ => CannedAnswer.Refusal("InvalidParameterValue"),
        });
        using var source = AwsAccounts.OpenSource(aws.Access);

        var values = await source.ReadParametersAsync("production", ["rds.logical_replication", "max_prepared_transactions", "max_wal_senders"], default);

        Assert.Equal(new Dictionary<string, string> { ["rds.logical_replication"] = "1", ["max_prepared_transactions"] = "7" }, values);
    }

    [Fact]
    public async Task Snapshot_and_reencryption_carry_their_tags_in_the_creating_call()
    {
        await using var aws = await CannedAws.WithRoleAsync(request =>
            CannedAnswer.Rds(request.Action, Shapes.Snapshot("rd-staging-acme-c0abcdef0123", status: "creating")));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var made = await source.CreateSnapshotAsync("courses", Staging, Shapes.StagingTags, default);
        await source.ReencryptSnapshotAsync(Staging, Staging + "-cmk", "arn:key", Shapes.StagingTags, default);

        Assert.Equal(Shapes.StagingTags, made.Tags);
        Assert.Equal("creating", made.Status);
        Assert.Equal(["rds:CreateDBSnapshot", "rds:CopyDBSnapshot"], aws.Operations);
        Assert.All(aws.Requests.Where(request => request.Service == "rds"), request => Assert.Equal(Shapes.StagingTags, request.Tags));
        var copy = aws.Requests[^1];
        Assert.Equal("arn:key", copy["KmsKeyId"]);
        Assert.Equal("false", copy["CopyTags"]);
        Assert.Equal(Staging, copy["SourceDBSnapshotIdentifier"]);
        Assert.Equal(Staging + "-cmk", copy["TargetDBSnapshotIdentifier"]);
    }

    [Fact]
    public async Task Sharing_names_one_account_and_never_all()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => request.Action == "DescribeDBSnapshotAttributes"
            ? CannedAnswer.Rds(
                request.Action,
                "<DBSnapshotAttributesResult><DBSnapshotAttributes><DBSnapshotAttribute><AttributeName>restore</AttributeName>"
                + "<AttributeValues><AttributeValue>222222222222</AttributeValue></AttributeValues></DBSnapshotAttribute></DBSnapshotAttributes></DBSnapshotAttributesResult>")
            : CannedAnswer.Rds(request.Action));
        using var source = AwsAccounts.OpenSource(aws.Access);

        await source.ShareAsync(Staging, "222222222222", default);
        await source.UnshareAsync(Staging, "222222222222", default);
        Assert.Equal(["222222222222"], await source.SharedWithAsync(Staging, default));
        await Assert.ThrowsAsync<ArgumentException>(() => source.ShareAsync(Staging, "all", default));

        var sharing = aws.Requests.Where(request => request.Action == "ModifyDBSnapshotAttribute").ToList();
        Assert.Equal(2, sharing.Count);
        Assert.Equal("222222222222", sharing[0]["ValuesToAdd.AttributeValue.1"]);
        Assert.Equal("222222222222", sharing[1]["ValuesToRemove.AttributeValue.1"]);
        Assert.All(sharing, request => Assert.Equal("restore", request["AttributeName"]));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("222222222222\n")]
    [InlineData("22222222222")]
    public async Task Sharing_with_what_is_no_account_id_is_refused_before_any_call(string account)
    {
        await using var aws = await CannedAws.WithRoleAsync(request => CannedAnswer.Rds(request.Action));
        using var source = AwsAccounts.OpenSource(aws.Access);

        await Assert.ThrowsAsync<ArgumentException>(() => source.ShareAsync(Staging, account, default));
        Assert.Empty(aws.Operations);
    }

    [Fact]
    public async Task Public_share_is_taken_away()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => CannedAnswer.Rds(request.Action));
        using var source = AwsAccounts.OpenSource(aws.Access);

        await source.UnshareAsync(Staging, "all", default);
        await Assert.ThrowsAsync<ArgumentException>(() => source.UnshareAsync(Staging, "all\n", default));

        Assert.Equal("all", aws.Requests[^1]["ValuesToRemove.AttributeValue.1"]);
    }

    [Fact]
    public async Task Refusal_says_whether_it_was_sharing_or_its_end()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => CannedAnswer.Refusal("AccessDenied", status: 403));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var sharing = await Assert.ThrowsAsync<CloudException>(() => source.ShareAsync(Staging, "222222222222", default));
        var ending = await Assert.ThrowsAsync<CloudException>(() => source.UnshareAsync(Staging, "222222222222", default));

        Assert.StartsWith($"snapshot {Staging}, shared with account 222222222222", sharing.Subject, StringComparison.Ordinal);
        Assert.StartsWith($"snapshot {Staging}, no longer shared with account 222222222222", ending.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rd-staging-acme-c0abcdef0123", "available")]
    [InlineData("rd-staging-acme-c0abcdef0123-cmk", "failed")]
    public async Task Own_staging_snapshot_is_deleted(string name, string status)
    {
        await using var aws = await CannedAws.WithRoleAsync(request => request.Action == "DeleteDBSnapshot"
            ? CannedAnswer.Rds(request.Action, Shapes.Snapshot(name, status: "deleted"))
            : Shapes.Snapshots(Shapes.Snapshot(name, Shapes.StagingTags, status)));
        using var source = AwsAccounts.OpenSource(aws.Access);

        await source.RemoveStagingSnapshotAsync(name, Shapes.Installation, Shapes.CopyRun, default);

        Assert.Equal(name, aws.Requests[^1]["DBSnapshotIdentifier"]);
        Assert.Equal(["rds:DescribeDBSnapshots", "rds:DeleteDBSnapshot"], aws.Operations);
    }

    [Theory]
    [InlineData("rd-staging-acme-c0abcdef0123", "copy", "acme", "c0abcdef0123")]
    [InlineData("rd-staging-acme-c0abcdef0123", "staging", "other", "c0abcdef0123")]
    [InlineData("rd-staging-acme-c0abcdef0123", "staging", "acme", "c0abcdef0124")]
    [InlineData("rd-staging-acme-c0abcdef0123", null, null, null)]
    [InlineData("rd-staging-other-c0abcdef0123", "staging", "acme", "c0abcdef0123")]
    [InlineData("rd-copy-acme-c0abcdef0123", "staging", "acme", "c0abcdef0123")]
    [InlineData("rd-staging-acme-c0abcdef0123-old", "staging", "acme", "c0abcdef0123")]
    [InlineData("courses-before-migration", "staging", "acme", "c0abcdef0123")]
    public async Task Snapshot_that_is_not_this_runs_is_never_deleted(string name, string? role, string? installation, string? run)
    {
        var tags = role is null ? new Dictionary<string, string> { ["owner"] = "x" } : Shapes.Tags(role, installation!, run!);
        await using var aws = await CannedAws.WithRoleAsync(_ => Shapes.Snapshots(Shapes.Snapshot(name, tags)));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var refused = await Assert.ThrowsAsync<NotOursException>(() =>
            source.RemoveStagingSnapshotAsync(name, Shapes.Installation, Shapes.CopyRun, default));

        Assert.Contains("Nothing was done", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rds:DeleteDBSnapshot", aws.Operations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refused_removal_is_success_only_where_the_staging_snapshot_is_gone(bool isGone)
    {
        var looks = 0;
        await using var aws = await CannedAws.WithRoleAsync(request => (request.Action, isGone && request.Action == "DescribeDBSnapshots" ? ++looks : 0) switch
        {
            ("DescribeDBSnapshots", < 2) => Shapes.Snapshots(Shapes.Snapshot(Staging, Shapes.StagingTags)),
            ("DescribeDBSnapshots", _) => CannedAnswer.Refusal("DBSnapshotNotFound", status: 404),
            _ => CannedAnswer.Refusal("AccessDenied", status: 403),
        });
        using var source = AwsAccounts.OpenSource(aws.Access);

        var failure = await Record.ExceptionAsync(() => source.RemoveStagingSnapshotAsync(Staging, Shapes.Installation, Shapes.CopyRun, default));

        Assert.Equal(isGone ? null : CloudFault.AccessDenied, (failure as CloudException)?.Fault);
        Assert.Equal(["rds:DescribeDBSnapshots", "rds:DeleteDBSnapshot", "rds:DescribeDBSnapshots"], aws.Operations);
    }

    [Fact]
    public async Task Staging_snapshot_that_is_gone_before_or_during_the_removal_is_success()
    {
        var looks = 0;
        await using var aws = await CannedAws.WithRoleAsync(request => request.Action == "DescribeDBSnapshots" && ++looks == 1
            ? Shapes.Snapshots(Shapes.Snapshot(Staging, Shapes.StagingTags))
            : CannedAnswer.Refusal("DBSnapshotNotFound", status: 404));
        using var source = AwsAccounts.OpenSource(aws.Access);

        await source.RemoveStagingSnapshotAsync(Staging, Shapes.Installation, Shapes.CopyRun, default);
        await source.RemoveStagingSnapshotAsync(Staging, Shapes.Installation, Shapes.CopyRun, default);

        Assert.Equal(["rds:DescribeDBSnapshots", "rds:DeleteDBSnapshot", "rds:DescribeDBSnapshots"], aws.Operations);
    }
}
