using Amazon.RDS;
using Amazon.RDS.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.RDS.Tests.Clients;

public sealed class AnswerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("<DBSnapshots/>")]
    [InlineData("<DBSnapshots></DBSnapshots>")]
    public async Task A_list_without_items_is_null(string content)
    {
        var response = await DescribeSnapshotsAsync(content);

        Assert.Null(response.DBSnapshots);
        Assert.Null(response.Marker);
    }

    [Fact]
    public async Task Members_the_answer_leaves_out_are_null_and_not_zero()
    {
        var snapshot = await OneSnapshotAsync("<DBSnapshotIdentifier>a</DBSnapshotIdentifier>");

        Assert.Null(snapshot.AllocatedStorage);
        Assert.Null(snapshot.Encrypted);
        Assert.Null(snapshot.SnapshotDatabaseTime);
        Assert.Null(snapshot.TagList);
        Assert.Null(snapshot.StorageEncryptionType);
    }

    [Fact]
    public async Task Times_are_utc_to_the_millisecond()
    {
        var snapshot = await OneSnapshotAsync(
            "<SnapshotDatabaseTime>2026-02-26T23:59:59.123Z</SnapshotDatabaseTime><SnapshotCreateTime>2026-02-27T00:00:00Z</SnapshotCreateTime>");

        Assert.Equal(new DateTime(2026, 2, 26, 23, 59, 59, 123, DateTimeKind.Utc), snapshot.SnapshotDatabaseTime);
        Assert.Equal(DateTimeKind.Utc, snapshot.SnapshotDatabaseTime!.Value.Kind);
        Assert.Equal(new DateTime(2026, 2, 27, 0, 0, 0, DateTimeKind.Utc), snapshot.SnapshotCreateTime);
    }

    [Fact]
    public async Task A_constant_this_version_does_not_list_is_kept()
    {
        var snapshot = await OneSnapshotAsync("<StorageEncryptionType>sse-quantum</StorageEncryptionType>");

        Assert.Equal("sse-quantum", snapshot.StorageEncryptionType.Value);
        Assert.Equal(new StorageEncryptionType("sse-quantum"), snapshot.StorageEncryptionType);
        Assert.NotEqual(StorageEncryptionType.SseKms, snapshot.StorageEncryptionType);
    }

    [Fact]
    public async Task Elements_this_version_does_not_know_are_skipped_whole()
    {
        var response = await DescribeSnapshotsAsync("""
            <Future><DBSnapshots><DBSnapshot><DBSnapshotIdentifier>decoy</DBSnapshotIdentifier></DBSnapshot></DBSnapshots></Future>
            <DBSnapshots futile="yes">
              <DBSnapshot>
                <Future><DBSnapshotIdentifier>decoy</DBSnapshotIdentifier><Empty/><Engine>decoy</Engine></Future>
                <DBSnapshotIdentifier>a</DBSnapshotIdentifier>
                <TagList><Future><Tag><Key>decoy</Key></Tag></Future><Tag><Future/><Key>k</Key><Value/></Tag></TagList>
                <Engine>postgres<!-- as it is --></Engine>
              </DBSnapshot>
              <Future/>
              <DBSnapshot><DBSnapshotIdentifier>b</DBSnapshotIdentifier></DBSnapshot>
            </DBSnapshots>
            <Marker>next</Marker>
            """);

        Assert.Equal(["a", "b"], response.DBSnapshots.Select(s => s.DBSnapshotIdentifier));
        Assert.Equal("postgres", response.DBSnapshots[0].Engine);
        var tag = Assert.Single(response.DBSnapshots[0].TagList);
        Assert.Equal(("k", ""), (tag.Key, tag.Value));
        Assert.Equal("next", response.Marker);
    }

    [Fact]
    public async Task Escaped_and_multi_byte_text_is_read_as_it_was_meant()
    {
        var snapshot = await OneSnapshotAsync("<TagList><Tag><Key>a&amp;b &lt;c&gt; größe &#x1F600;</Key><Value> spaced </Value></Tag></TagList>");

        Assert.Equal(("a&b <c> größe 😀", " spaced "), (snapshot.TagList[0].Key, snapshot.TagList[0].Value));
    }

    [Fact]
    public async Task An_empty_list_that_the_caller_set_is_sent_as_empty()
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("ModifyDBSnapshotAttribute", ""));
        using var client = rds.Client();

        await client.ModifyDBSnapshotAttributeAsync(
            new ModifyDBSnapshotAttributeRequest
            {
                DBSnapshotIdentifier = "a",
                AttributeName = "restore",
                ValuesToAdd = [],
                ValuesToRemove = ["all"],
            },
            Cancelled);

        Assert.Equal(
            "Action=ModifyDBSnapshotAttribute\nAttributeName=restore\nDBSnapshotIdentifier=a\nValuesToAdd=\n"
                + "ValuesToRemove.AttributeValue.1=all\nVersion=2014-10-31",
            Assert.Single(rds.Asked).Form);
    }

    private static async Task<DBSnapshot> OneSnapshotAsync(string content)
        => Assert.Single((await DescribeSnapshotsAsync($"<DBSnapshots><DBSnapshot>{content}</DBSnapshot></DBSnapshots>")).DBSnapshots);

    private static async Task<DescribeDBSnapshotsResponse> DescribeSnapshotsAsync(string content)
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("DescribeDBSnapshots", content));
        using var client = rds.Client();
        return await client.DescribeDBSnapshotsAsync(Cancelled);
    }
}
