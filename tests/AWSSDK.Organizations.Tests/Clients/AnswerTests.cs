using Amazon.Organizations;
using Amazon.Organizations.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Organizations.Tests.Clients;

public sealed class AnswerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Accounts":[]}""")]
    [InlineData("""{"Accounts":null}""")]
    public async Task A_list_without_items_is_null(string json)
    {
        await using var organizations = await JsonAnswers.AnsweringAsync(json);
        using var client = organizations.Client();

        Assert.Null((await client.ListAccountsAsync(new ListAccountsRequest(), Cancelled)).Accounts);
    }

    [Fact]
    public async Task Members_the_answer_leaves_out_are_null_and_not_zero()
    {
        var account = await DescribeAsync("""{"Id":"111122223333"}""");

        Assert.Null(account.JoinedTimestamp);
        Assert.Null(account.Status);
        Assert.Null(account.State);
        Assert.Null(account.Paths);
    }

    [Fact]
    public async Task A_time_is_utc_to_the_millisecond_and_an_unknown_constant_is_kept()
    {
        var account = await DescribeAsync("""{"JoinedTimestamp":1481835795.536,"State":"ASLEEP","JoinedMethod":"CREATED"}""");

        Assert.Equal(new DateTime(2016, 12, 15, 21, 3, 15, 536, DateTimeKind.Utc), account.JoinedTimestamp);
        Assert.Equal("ASLEEP", account.State.Value);
        Assert.Equal(AccountJoinedMethod.CREATED, account.JoinedMethod);
    }

    [Fact]
    public async Task Members_this_version_does_not_know_are_skipped_whole()
    {
        var account = await DescribeAsync("""{"Future":{"Id":"decoy","Paths":["decoy"]},"Id":"111122223333","Paths":["o-1/r-1/111122223333/"]}""");

        Assert.Equal(("111122223333", "o-1/r-1/111122223333/"), (account.Id, Assert.Single(account.Paths)));
    }

    [Fact]
    public async Task A_policy_s_content_is_the_text_it_was()
    {
        await using var organizations = await JsonAnswers.AnsweringAsync(
            """{"Policy":{"PolicySummary":{"AwsManaged":false},"Content":"{\"Statement\":[{\"Effect\":\"Deny\",\"Resource\":\"*\u00fc\"}]}"}}""");
        using var client = organizations.Client();

        var policy = (await client.DescribePolicyAsync(new DescribePolicyRequest { PolicyId = "p-1" }, Cancelled)).Policy;

        Assert.Equal("""{"Statement":[{"Effect":"Deny","Resource":"*ü"}]}""", policy.Content);
        Assert.False(policy.PolicySummary.AwsManaged);
    }

    private static async Task<Account> DescribeAsync(string json)
    {
        await using var organizations = await JsonAnswers.AnsweringAsync($$"""{"Account":{{json}}}""");
        using var client = organizations.Client();
        return (await client.DescribeAccountAsync(new DescribeAccountRequest(), Cancelled)).Account;
    }
}
