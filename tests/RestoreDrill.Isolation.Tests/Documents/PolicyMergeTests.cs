using System.Text.Json.Nodes;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Tests.Documents;

public sealed class PolicyMergeTests
{
    private const string Allow = """{"Sid":"Ours","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:DescribeKey","Resource":"*"}""";
    private const string Deny = """{"Sid":"Never","Effect":"Deny","Action":["kms:DisableKey","kms:ScheduleKeyDeletion"],"Resource":"*"}""";

    [Fact]
    public void Where_nothing_is_there_ours_is_put_whole()
    {
        var merge = PolicyMerge.Of(null, Policy(Allow, Deny));

        Assert.Equal(["adds statement Ours", "adds statement Never"], merge.Changes);
        Assert.True(JsonNode.DeepEquals(Policy(Allow, Deny), merge.Document));
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111111111111:root"]},"Action":["kms:DescribeKey"],"Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Sid":"Named otherwise","Resource":["*"],"Effect":"Allow","Action":"kms:DescribeKey","Principal":{"AWS":"arn:aws:iam::111111111111:root"}}}""")]
    public void What_says_the_same_in_other_words_is_left(string found) => Assert.Empty(PolicyMerge.Of(found, Policy(Allow)).Changes);

    [Fact]
    public void Statements_of_others_stay()
    {
        const string other = """{"Sid":"Theirs","Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*"}""";

        var merge = PolicyMerge.Of(Policy(other).ToJsonString(), Policy(Allow));

        Assert.True(JsonNode.DeepEquals(Policy(other, Allow), merge.Document));
    }

    [Fact]
    public void Allow_of_our_name_is_replaced()
    {
        var merge = PolicyMerge.Of(Policy(Allow.Replace("DescribeKey", "*", StringComparison.Ordinal)).ToJsonString(), Policy(Allow));

        Assert.Equal(["replaces statement Ours"], merge.Changes);
        Assert.True(JsonNode.DeepEquals(Policy(Allow), merge.Document));
    }

    [Fact]
    public void Deny_of_our_name_stays_without_it_since_it_may_deny_more()
    {
        const string more = """{"Sid":"Never","Effect":"Deny","Action":"kms:*","Resource":"*"}""";

        var merge = PolicyMerge.Of(Policy(more).ToJsonString(), Policy(Deny));

        Assert.Equal(["adds statement Never, and keeps the one that has its name, without the name"], merge.Changes);
        Assert.True(JsonNode.DeepEquals(Policy(more.Replace("\"Sid\":\"Never\",", "", StringComparison.Ordinal), Deny), merge.Document));
    }

    [Theory]
    [InlineData("""{"Version":"2008-10-17","Statement":[]}""")]
    [InlineData("""{"Statement":[]}""")]
    [InlineData("""{"Version":"2012-10-17"}""")]
    [InlineData("[]")]
    [InlineData("no document")]
    public void What_cannot_be_read_is_not_overwritten(string found) => Assert.Throws<FormatException>(() => PolicyMerge.Of(found, Policy(Allow)));

    [Theory]
    [InlineData(true, Deny, Allow)]
    [InlineData(false, Allow)]
    [InlineData(false, Allow, Deny, """{"Effect":"Allow","Action":"*","Resource":"*"}""")]
    public void Same_is_what_says_neither_more_nor_less(bool same, params string[] statements) =>
        Assert.Equal(same, PolicyMerge.Same(Policy(statements).ToJsonString(), Policy(Allow, Deny)));

    [Fact]
    public void Differences_are_told_a_statement_at_a_time()
    {
        var found = Policy(
            Deny.Replace("\"kms:DisableKey\"", "\"kms:PutKeyPolicy\"", StringComparison.Ordinal),
            """{"Effect":"Allow","Action":"s3:*","Resource":"*"}""",
            """{"Sid":"Theirs","Effect":"Allow","Action":["rds:B","rds:A"],"Resource":"*","Condition":{"Bool":{"aws:x":"true"}}}""").ToJsonString();

        Assert.Equal(
            [
                "adds statement Ours",
                "changes statement Never: Action + \"kms:DisableKey\", - \"kms:PutKeyPolicy\"",
                "takes away statement without a name: Allow \"s3:*\"",
                "takes away statement Theirs: Allow \"rds:A\", \"rds:B\"",
            ],
            PolicyMerge.Differences(found, Policy(Allow, Deny)));
        Assert.Equal(
            ["changes statement Ours: Principal becomes {\"AWS\":\"arn:aws:iam::111111111111:root\"}, was {\"AWS\":\"*\"}; Condition becomes none, was {\"Bool\":{\"aws:x\":\"true\"}}"],
            PolicyMerge.Differences(Policy(Allow.Replace("arn:aws:iam::111111111111:root", "*", StringComparison.Ordinal).Replace("\"Resource\":\"*\"", "\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"aws:x\":\"true\"}}", StringComparison.Ordinal)).ToJsonString(), Policy(Allow)));
        Assert.Empty(PolicyMerge.Differences(Policy(Deny, Allow).ToJsonString(), Policy(Allow, Deny)));
    }

    private static JsonObject Policy(params string[] statements) => new() { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements.Select(static one => JsonNode.Parse(one))]) };
}
