using System.Net.Http.Json;
using Amazon.Organizations.Model;
using RestoreDrill.Sandbox.Tests.Backup;

namespace RestoreDrill.Sandbox.Tests.Organizations;

public sealed class OrganizationListTests : OrganizationTest
{
    [Fact]
    public async Task List_comes_in_pages_of_the_size_that_was_asked_for()
    {
        List<string> seen = [];
        string? token = null;
        do
        {
            var page = await Management.ListAccountsAsync(new ListAccountsRequest { MaxResults = 1, NextToken = token }, Ct);
            seen.Add(Assert.Single(page.Accounts).Name);
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(["source", "vault", "management"], seen);
    }

    [Theory]
    [InlineData(0, "MIN_VALUE_EXCEEDED")]
    [InlineData(21, "MAX_VALUE_EXCEEDED")]
    public async Task Page_of_a_size_out_of_range_is_refused(int size, string reason)
    {
        var refusal = await Refusals.RefusedAsync<InvalidInputException>(() => Management.ListRootsAsync(new ListRootsRequest { MaxResults = size }, Ct), "MaxResults");
        Assert.Equal(reason, refusal.Reason.Value);
    }

    [Theory]
    [InlineData("not a token")]
    [InlineData("eHg=")]
    public async Task Token_of_no_page_is_refused(string token)
    {
        var refusal = await Refusals.RefusedAsync<InvalidInputException>(
            () => Management.ListAccountsAsync(new ListAccountsRequest { NextToken = token }, Ct), "You specified an invalid value.");
        Assert.Equal("INVALID_NEXT_TOKEN", refusal.Reason.Value);
    }

    [Fact]
    public async Task Empty_page_with_a_token_comes_before_each_page_where_that_is_asked_for()
    {
        using var control = new HttpClient { BaseAddress = Host.BaseAddress };
        using var answer = await control.PostAsJsonAsync("/control/empty-pages", new { on = true }, Ct);
        Assert.Equal(200, (int)answer.StatusCode);
        var first = await Management.ListAccountsAsync(new ListAccountsRequest { MaxResults = 2 }, Ct);
        Assert.True(first.Accounts is null or [], "the first page is empty");
        Assert.NotNull(first.NextToken);

        List<string> seen = [];
        var pages = 0;
        await foreach (var page in Management.Paginators.ListAccounts(new ListAccountsRequest { MaxResults = 2 }).Responses.WithCancellation(Ct))
        {
            pages++;
            seen.AddRange(page.Accounts?.Select(account => account.Name) ?? []);
        }

        Assert.Equal(["source", "vault", "management"], seen);
        Assert.Equal(4, pages);

        Host.Control.GiveEmptyPages(false);
        Assert.Equal(3, (await Management.ListAccountsAsync(new ListAccountsRequest(), Ct)).Accounts.Count);
    }
}
