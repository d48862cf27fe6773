using Amazon.Backup;
using Amazon.Backup.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Backup.Tests.Clients;

public sealed class PaginatorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_followed_to_the_end_across_an_empty_one()
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.Json("""{"RecoveryPoints":[{"RecoveryPointArn":"a"}],"NextToken":"t/1"}""")
            .Json("""{"NextToken":"t2"}""")
            .Json("""{"RecoveryPoints":[{"RecoveryPointArn":"b"}]}""");
        using var client = backup.Client();

        var arns = new List<string>();
        var paginator = client.Paginators.ListRecoveryPointsByBackupVault(
            new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = "v", MaxResults = 1 });
        await foreach (var point in paginator.RecoveryPoints.WithCancellation(Cancelled))
        {
            arns.Add(point.RecoveryPointArn);
        }

        Assert.Equal(["a", "b"], arns);
        Assert.Equal(
            ["maxResults=1", "maxResults=1&nextToken=t%2F1", "maxResults=1&nextToken=t2"], backup.Asked.Select(a => string.Join('&', a.Query)));
    }

    [Fact]
    public async Task An_error_on_a_later_page_is_thrown_and_the_list_is_not_taken_for_complete()
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.Json("""{"CopyJobs":[{"CopyJobId":"a"}],"NextToken":"t1"}""").RestError(403, "AccessDeniedException");
        using var client = backup.Client();

        await Assert.ThrowsAsync<AmazonBackupException>(async () =>
        {
            await foreach (var _ in client.Paginators.ListCopyJobs(new ListCopyJobsRequest()).Responses.WithCancellation(Cancelled))
            {
                Assert.True(backup.Asked.Count == 1, "the second page was yielded");
            }
        });
    }

    [Fact]
    public async Task Tags_are_a_map_so_their_pages_are_enumerated_whole()
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.Json("""{"Tags":{"a":"1"},"NextToken":"t1"}""").Json("""{"Tags":{"b":"2"}}""");
        using var client = backup.Client();

        var keys = new List<string>();
        await foreach (var page in client.Paginators.ListTags(new ListTagsRequest { ResourceArn = "arn:x" }).Responses.WithCancellation(Cancelled))
        {
            keys.AddRange(page.Tags.Keys);
        }

        Assert.Equal(["a", "b"], keys);
        Assert.Equal(["/tags/arn%3Ax/", "/tags/arn%3Ax/?nextToken=t1"], backup.Asked.Select(a => a.Target));
    }

    [Fact]
    public async Task A_paginator_is_enumerated_once()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("{}");
        using var client = backup.Client();
        var paginator = client.Paginators.ListBackupVaults(new ListBackupVaultsRequest());

        await foreach (var _ in paginator.BackupVaultList.WithCancellation(Cancelled))
        {
        }

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in paginator.Responses.WithCancellation(Cancelled))
            {
            }
        });
    }
}
