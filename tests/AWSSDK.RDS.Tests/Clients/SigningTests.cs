using Amazon.RDS.Model;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.RDS.Tests.Clients;

public sealed class SigningTests
{
    [Fact]
    public async Task A_call_is_signed_for_rds_in_the_client_s_region()
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Empty("AddTagsToResource"));
        using var client = rds.Client();

        await client.AddTagsToResourceAsync(new AddTagsToResourceRequest
        {
            ResourceName = "arn:aws:rds:eu-west-1:111122223333:snapshot:nightly-1",
            Tags = [new Tag { Key = "größe & mehr", Value = "a+b=c/~'()*%" }],
        });

        var asked = Assert.Single(rds.Asked);
        var (scope, _, signature) = asked.Authorization;
        Assert.EndsWith("/eu-west-1/rds/aws4_request", scope, StringComparison.Ordinal);
        Assert.Equal(SigV4.Of(asked, "a-secret"), signature);
        Assert.NotEqual(SigV4.Of(asked, "another-secret"), signature);
        Assert.Contains("Tags.Tag.1.Key=größe & mehr\nTags.Tag.1.Value=a+b=c/~'()*%", asked.Form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_credentials_send_and_sign_their_token()
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("DescribeDBInstances", "<DBInstances/>"));
        using var client = rds.Client(credentials: new SessionAWSCredentials("ASIAEXAMPLE", "a-secret", "a-token"));

        await client.DescribeDBInstancesAsync();

        var asked = Assert.Single(rds.Asked);
        var (_, signedHeaders, signature) = asked.Authorization;
        Assert.Equal("a-token", asked.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", signedHeaders.Split(';'));
        Assert.Equal(SigV4.Of(asked, "a-secret"), signature);
    }

    [Fact]
    public async Task A_copy_from_another_region_carries_the_same_question_signed_for_that_region()
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("CopyDBSnapshot", "<DBSnapshot/>"));
        using var client = rds.Client(credentials: new SessionAWSCredentials("ASIAEXAMPLE", "a-secret", "a/token+="));
        var request = new CopyDBSnapshotRequest
        {
            SourceDBSnapshotIdentifier = "arn:aws:rds:us-east-1:111122223333:snapshot:nightly-1",
            TargetDBSnapshotIdentifier = "rd-copy-1",
            KmsKeyId = "alias/vault",
            SourceRegion = "us-east-1",
        };

        await client.CopyDBSnapshotAsync(request);

        var form = Pairs(Assert.Single(rds.Asked).Body);
        Assert.False(form.ContainsKey("SourceRegion"));
        Assert.Null(request.PreSignedUrl);
        var url = new Uri(form["PreSignedUrl"]);
        Assert.Equal("https://rds.us-east-1.amazonaws.com/", url.GetLeftPart(UriPartial.Path));
        var query = Pairs(url.Query[1..]);
        Assert.Equal("CopyDBSnapshot", query["Action"]);
        Assert.Equal("2014-10-31", query["Version"]);
        Assert.Equal("eu-west-1", query["DestinationRegion"]);
        Assert.Equal("arn:aws:rds:us-east-1:111122223333:snapshot:nightly-1", query["SourceDBSnapshotIdentifier"]);
        Assert.Equal("rd-copy-1", query["TargetDBSnapshotIdentifier"]);
        Assert.Equal("alias/vault", query["KmsKeyId"]);
        Assert.Equal("a/token+=", query["X-Amz-Security-Token"]);
        Assert.EndsWith("/us-east-1/rds/aws4_request", query["X-Amz-Credential"], StringComparison.Ordinal);
        Assert.Equal(SigV4.OfPresignedGet(url, query, "a-secret"), query["X-Amz-Signature"]);
    }

    [Fact]
    public async Task A_given_presigned_url_is_left_alone()
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("CopyDBSnapshot", "<DBSnapshot/>"));
        using var client = rds.Client();

        await client.CopyDBSnapshotAsync(new CopyDBSnapshotRequest { SourceRegion = "us-east-1", PreSignedUrl = "https://example.com/?a=b" });

        Assert.Equal("https://example.com/?a=b", Pairs(Assert.Single(rds.Asked).Body)["PreSignedUrl"]);
    }

    [Fact]
    public async Task A_copy_within_the_region_carries_no_presigned_url()
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("CopyDBSnapshot", "<DBSnapshot/>"));
        using var client = rds.Client();

        await client.CopyDBSnapshotAsync(new CopyDBSnapshotRequest { SourceDBSnapshotIdentifier = "a", TargetDBSnapshotIdentifier = "b" });

        Assert.Equal(
            "Action=CopyDBSnapshot\nSourceDBSnapshotIdentifier=a\nTargetDBSnapshotIdentifier=b\nVersion=2014-10-31",
            Assert.Single(rds.Asked).Form);
    }

    private static Dictionary<string, string> Pairs(string query) => query.Split('&')
        .Select(p => p.Split('=', 2))
        .ToDictionary(p => Uri.UnescapeDataString(p[0]), p => Uri.UnescapeDataString(p[1]), StringComparer.Ordinal);
}
