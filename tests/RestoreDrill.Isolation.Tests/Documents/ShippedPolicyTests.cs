using System.Text.Json.Nodes;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Tests.Documents;

public sealed class ShippedPolicyTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Values = new()
    {
        ["installation"] = ["acme"],
        ["region"] = ["eu-west-1"],
        ["source-account"] = ["111111111111"],
        ["vault-account"] = ["222222222222"],
        ["source-vault"] = ["staging"],
        ["vault"] = ["copies"],
        ["fact-bucket"] = ["facts"],
        ["state-bucket"] = ["states"],
        ["backup-role-arn"] = ["arn:aws:iam::111111111111:role/backup"],
        ["source-key-arn"] = ["arn:aws:kms:eu-west-1:111111111111:key/1", "arn:aws:kms:eu-west-1:111111111111:key/2"],
        ["vault-key-arn"] = ["arn:aws:kms:eu-west-1:222222222222:key/3"],
        ["subnet-group"] = ["scratch"],
        ["restore-subnet-group"] = ["restored"],
        ["restore-parameter-group"] = ["courses-*"],
        ["service-role-arn"] = ["arn:aws:iam::222222222222:role/service"],
        ["member-role"] = ["OrganizationAccountAccessRole"],
        ["reader"] = [],
        ["external-id"] = ["secret"],
        ["target-account"] = ["444444444444"],
        ["target-vault"] = ["arrivals"],
        ["target-key-arn"] = ["arn:aws:kms:eu-west-1:444444444444:key/4"],
        ["target-role-arn"] = ["arn:aws:iam::444444444444:role/restoredrill-restore-target"],
        ["restore-role-arn"] = ["arn:aws:iam::222222222222:role/restoredrill-restore"],
        ["copy-back-role-arn"] = ["arn:aws:iam::222222222222:role/restoredrill-backup"],
    };

    public static TheoryData<string> All =>
    [
        "backup-vault", "organization", "restoredrill-drill", "restoredrill-drill.trust", "restoredrill-restore", "restoredrill-restore.copy-back", "restoredrill-restore.trust",
        "restoredrill-restore-target", "restoredrill-restore-target.trust", "restoredrill-source", "restoredrill-source.trust", "restoredrill-vault", "restoredrill-vault.trust", "source-key", "target-vault",
        "vault-account.scp", "vault-account.scp.copy-back", "vault-key", "vault-key.copy-back",
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_left_in_braces(string name) => Assert.DoesNotMatch(@"\{[a-z-]+\}", ShippedPolicy.Fill(name, Values).ToJsonString());

    [Fact]
    public void Of_several_values_a_resource_is_written_for_each()
    {
        var statement = Statement(ShippedPolicy.Fill("restoredrill-vault", Values), "RdsUsesTheKeyInOurName")!;

        Assert.Equal(
            ["arn:aws:kms:eu-west-1:111111111111:key/1", "arn:aws:kms:eu-west-1:111111111111:key/2", "arn:aws:kms:eu-west-1:222222222222:key/3"],
            ((JsonArray)statement["Resource"]!).Select(static one => (string?)one));
    }

    [Fact]
    public void Of_no_value_the_statement_is_left_out()
    {
        Assert.Null(Statement(ShippedPolicy.Fill("restoredrill-source", Values), "LogInAsTheReader"));

        var read = new Dictionary<string, IReadOnlyList<string>>(Values) { ["reader"] = ["one", "two"] };
        Assert.Equal(
            ["arn:aws:rds-db:eu-west-1:111111111111:dbuser:*/one", "arn:aws:rds-db:eu-west-1:111111111111:dbuser:*/two"],
            ((JsonArray)Statement(ShippedPolicy.Fill("restoredrill-source", read), "LogInAsTheReader")!["Resource"]!).Select(static one => (string?)one));
    }

    [Theory]
    [InlineData("restoredrill-drill")]
    [InlineData("restoredrill-restore")]
    [InlineData("restoredrill-vault")]
    [InlineData("restoredrill-source")]
    public void Without_a_bucket_no_role_may_anything_in_S3(string name)
    {
        var without = new Dictionary<string, IReadOnlyList<string>>(Values) { ["fact-bucket"] = [], ["state-bucket"] = [] };

        Assert.DoesNotContain("s3:", ShippedPolicy.Fill(name, without).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Value_that_is_lacking_or_can_be_one_only_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => ShippedPolicy.Fill("vault-key", new Dictionary<string, IReadOnlyList<string>>()));
        Assert.Throws<ArgumentException>(() => ShippedPolicy.Fill("restoredrill-source.trust", new Dictionary<string, IReadOnlyList<string>>(Values) { ["external-id"] = [] }));
    }

    private static JsonObject? Statement(JsonObject document, string name) =>
        ((JsonArray)document["Statement"]!).Cast<JsonObject>().FirstOrDefault(one => (string?)one["Sid"] == name);
}
