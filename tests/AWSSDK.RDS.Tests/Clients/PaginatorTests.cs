using Amazon.RDS.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.RDS.Tests.Clients;

public sealed class PaginatorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_followed_to_the_end_across_an_empty_one()
    {
        await using var rds = await ServiceEndpoint.StartAsync();
        rds.Then(200, Page("a", "m1")).Then(200, XmlAnswers.Result("DescribeDBSnapshots", "<Marker>m2</Marker>")).Then(200, Page("b", null));
        using var client = rds.Client();

        var names = new List<string>();
        var paginator = client.Paginators.DescribeDBSnapshots(new DescribeDBSnapshotsRequest { MaxRecords = 20 });
        await foreach (var snapshot in paginator.DBSnapshots.WithCancellation(Cancelled))
        {
            names.Add(snapshot.DBSnapshotIdentifier);
        }

        Assert.Equal(["a", "b"], names);
        Assert.Equal(
            ["Action=DescribeDBSnapshots\nMaxRecords=20\nVersion=2014-10-31",
                "Action=DescribeDBSnapshots\nMarker=m1\nMaxRecords=20\nVersion=2014-10-31",
                "Action=DescribeDBSnapshots\nMarker=m2\nMaxRecords=20\nVersion=2014-10-31"],
            rds.Asked.Select(a => a.Form));
    }

    [Fact]
    public async Task An_error_on_a_later_page_is_thrown_and_the_list_is_not_taken_for_complete()
    {
        await using var rds = await ServiceEndpoint.StartAsync();
        rds.Then(200, Page("a", "m1")).Then(403, XmlAnswers.Error("AccessDenied", "no"));
        using var client = rds.Client();

        await Assert.ThrowsAsync<Amazon.RDS.AmazonRDSException>(async () =>
        {
            await foreach (var _ in client.Paginators.DescribeDBSnapshots(new DescribeDBSnapshotsRequest()).Responses.WithCancellation(Cancelled))
            {
                Assert.True(rds.Asked.Count == 1, "the second page was yielded");
            }
        });
    }

    [Fact]
    public async Task A_paginator_is_enumerated_once()
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(Page("a", null));
        using var client = rds.Client();
        var paginator = client.Paginators.DescribeDBSnapshots(new DescribeDBSnapshotsRequest());

        await foreach (var _ in paginator.Responses.WithCancellation(Cancelled))
        {
        }

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in paginator.Responses.WithCancellation(Cancelled))
            {
            }
        });
    }

    private static string Page(string name, string? marker) => XmlAnswers.Result(
        "DescribeDBSnapshots",
        $"<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>{name}</DBSnapshotIdentifier></DBSnapshot></DBSnapshots>"
            + (marker is null ? "" : $"<Marker>{marker}</Marker>"));
}
