using Amazon.Organizations.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Organizations.Tests.Clients;

public sealed class PaginatorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"NextToken":"t2"}""")]
    [InlineData("""{"Accounts":[],"NextToken":"t2"}""")]
    [InlineData("""{"Accounts":null,"NextToken":"t2"}""")]
    public async Task An_empty_page_with_a_token_does_not_end_the_list(string empty)
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        organizations.Json("""{"Accounts":[],"NextToken":"t1"}""").Json(empty).Json("""{"Accounts":[{"Id":"a"},{"Id":"b"}]}""");
        using var client = organizations.Client();

        var ids = new List<string>();
        var paginator = client.Paginators.ListAccountsForParent(new ListAccountsForParentRequest { ParentId = "r-1", MaxResults = 2 });
        await foreach (var account in paginator.Accounts.WithCancellation(Cancelled))
        {
            ids.Add(account.Id);
        }

        Assert.Equal(["a", "b"], ids);
        Assert.Equal(
            ["""{"ParentId":"r-1","MaxResults":2}""",
                """{"ParentId":"r-1","NextToken":"t1","MaxResults":2}""",
                """{"ParentId":"r-1","NextToken":"t2","MaxResults":2}"""],
            organizations.Asked.Select(a => a.Body));
    }

    [Fact]
    public async Task An_error_on_a_later_page_is_thrown_and_the_list_is_not_taken_for_complete()
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        organizations.Json("""{"Policies":[{"Id":"p-1"}],"NextToken":"t1"}""").JsonError(400, "AccessDeniedException");
        using var client = organizations.Client();

        await Assert.ThrowsAsync<AccessDeniedException>(async () =>
        {
            await foreach (var _ in client.Paginators.ListPoliciesForTarget(new ListPoliciesForTargetRequest()).Responses.WithCancellation(Cancelled))
            {
                Assert.True(organizations.Asked.Count == 1, "the second page was yielded");
            }
        });
    }

    [Fact]
    public async Task A_paginator_is_enumerated_once()
    {
        await using var organizations = await JsonAnswers.AnsweringAsync("""{"Roots":[{"Id":"r-1"}]}""");
        using var client = organizations.Client();
        var paginator = client.Paginators.ListRoots(new ListRootsRequest());

        await foreach (var root in paginator.Roots.WithCancellation(Cancelled))
        {
            Assert.Equal("r-1", root.Id);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in paginator.Responses.WithCancellation(Cancelled))
            {
            }
        });
    }
}
