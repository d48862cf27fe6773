using RestoreDrill.Aws.Calls;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Tests.Calls;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("DBSnapshotNotFound", 404, CloudFault.NotFound)]
    [InlineData("DBSnapshotAlreadyExists", 400, CloudFault.AlreadyExists)]
    [InlineData("AccessDenied", 403, CloudFault.AccessDenied)]
    [InlineData("InvalidClientTokenId", 403, CloudFault.Credentials)]
    [InlineData("Throttling", 400, CloudFault.Throttled)]
    [InlineData("SnapshotQuotaExceeded", 400, CloudFault.Quota)]
    [InlineData("SharedSnapshotQuotaExceeded", 400, CloudFault.Quota)]
    [InlineData("InsufficientDBInstanceCapacity", 400, CloudFault.Capacity)]
    [InlineData("InvalidDBInstanceState", 400, CloudFault.WrongState)]
    [InlineData("InvalidDBSnapshotState", 400, CloudFault.WrongState)]
    [InlineData("KMSKeyNotAccessibleFault", 400, CloudFault.KeyNotAccessible)]
    [InlineData("InvalidParameterValue", 400, CloudFault.Other)]
    [InlineData("SomethingNewIn2031", 400, CloudFault.Other)]
    [InlineData("SomethingNewIn2031", 503, CloudFault.Unreachable)]
    public async Task Refusal_becomes_a_fault_that_names_call_code_and_request_id(string code, int status, object fault)
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => CannedAnswer.Refusal(code, "the reason AWS gives.", status));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var refused = await Assert.ThrowsAsync<CloudException>(() =>
            source.CreateSnapshotAsync("courses", "rd-staging-acme-c0abcdef0123", Shapes.StagingTags, default));

        Assert.Equal(fault, refused.Fault);
        Assert.Equal("rds:CreateDBSnapshot", refused.Operation);
        Assert.Equal(code, refused.Code);
        Assert.Equal(CannedAnswer.RequestId, refused.RequestId);
        Assert.Contains("rd-staging-acme-c0abcdef0123", refused.Message, StringComparison.Ordinal);
        Assert.Contains("in account 222222222222", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the reason AWS gives", refused.Message, StringComparison.Ordinal);
        Assert.Contains(code, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NotFoundException", CloudFault.NotFound)]
    [InlineData("AccessDeniedException", CloudFault.AccessDenied)]
    [InlineData("UnrecognizedClientException", CloudFault.Credentials)]
    [InlineData("DisabledException", CloudFault.KeyNotAccessible)]
    public async Task Kms_refusal_becomes_a_fault(string code, object fault)
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => CannedAnswer.JsonRefusal(code));
        using var vault = AwsAccounts.OpenVault(aws.Access);

        var refused = await Assert.ThrowsAsync<CloudException>(() => vault.DescribeKeyAsync("arn:aws:kms:eu-west-1:222222222222:key/k", default));

        Assert.Equal(fault, refused.Fault);
        Assert.Equal("kms:DescribeKey", refused.Operation);
        Assert.Equal(code, refused.Code);
    }

    [Fact]
    public void Code_stands_for_one_fault_only_and_every_fault_has_a_code()
    {
        var faults = FaultCodes.All.Values.ToHashSet();

        Assert.Equal(Enum.GetValues<CloudFault>().Where(fault => fault != CloudFault.Other).ToHashSet(), faults);
        Assert.Equal(CloudFault.Throttled, FaultCodes.Of("SomethingNewIn2031", 429));
        Assert.Equal(CloudFault.Other, FaultCodes.Of(null, 404));
    }

    [Fact]
    public async Task Find_takes_only_its_own_not_found_for_absence()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => CannedAnswer.Refusal(request.Action switch
        {
            "DescribeDBSnapshots" => "DBSnapshotNotFound",
            "DescribeDBSubnetGroups" => "DBSubnetGroupNotFoundFault",
            "DescribeDBParameterGroups" => "DBParameterGroupNotFound",
            _ => "DBSecurityGroupNotFound",
        }));
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        Assert.Null(await scratch.FindCopyAsync("rd-copy-acme-c0abcdef0123", default));
        Assert.False(await scratch.SubnetGroupExistsAsync("dark", default));
        Assert.Null(await scratch.FindParameterGroupAsync("restoredrill-postgres15", [], default));
        var refused = await Assert.ThrowsAsync<CloudException>(() => scratch.FindAsync("rd-scratch-acme-d0abcdef0123", default));
        Assert.Equal(CloudFault.NotFound, refused.Fault);
    }

    [Fact]
    public async Task Answered_calls_are_noted_with_their_request_ids()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => request.Action == "DescribeDBSnapshots"
            ? CannedAnswer.Refusal("DBSnapshotNotFound", status: 404)
            : CannedAnswer.Rds("CreateDBSnapshot", Shapes.Snapshot("rd-staging-acme-c0abcdef0123", status: "creating")));
        using var source = AwsAccounts.OpenSource(aws.Access);
        var calls = CloudCallLog.Begin();

        await source.FindSnapshotAsync("rd-staging-acme-c0abcdef0123", default);
        await source.CreateSnapshotAsync("courses", "rd-staging-acme-c0abcdef0123", Shapes.StagingTags, default);

        Assert.Equal(["sts:AssumeRole", "rds:DescribeDBSnapshots", "rds:CreateDBSnapshot"], calls.Select(call => call.Operation));
        Assert.Equal([false, false, true], calls.Select(call => call.Changes));
        Assert.All(calls, call => Assert.Equal(CannedAnswer.RequestId, call.RequestId));
    }

    [Fact]
    public async Task Answer_without_a_needed_field_fails_loudly()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Shapes.Instances(
            "<DBInstance><DBInstanceIdentifier>courses</DBInstanceIdentifier><DBInstanceArn>a</DBInstanceArn></DBInstance>"));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var refused = await Assert.ThrowsAsync<CloudException>(() => source.FindInstanceAsync("courses", default));

        Assert.Contains("DbiResourceId", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.MayPass);
    }
}
