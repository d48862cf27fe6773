using System.Text.Json.Nodes;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Aws.Tests.Isolation;

public sealed class KeyGrantTests
{
    [Fact]
    public async Task Grants_of_all_pages_are_read_and_a_service_in_either_member()
    {
        await using var aws = await CannedAws.WithRoleAsync(static request => CannedAnswer.Json(JsonNode.Parse(request.Body)!["Marker"] is null
            ? """{"Grants":[{"GrantId":"1","GranteePrincipal":"arn:g","RetiringPrincipal":"arn:r","IssuingAccount":"arn:i","Operations":["Decrypt"]}],"Truncated":true,"NextMarker":"m"}"""
            : """{"Grants":[{"GrantId":"2","GranteeServicePrincipal":"rds.amazonaws.com","RetiringServicePrincipal":"kms.amazonaws.com"}],"Truncated":false}"""));
        using var isolation = AwsAccounts.OpenIsolation(aws.Access);

        var grants = await isolation.GrantsOfAsync("arn:k", default);

        Assert.Equivalent(
            new[] { new KeyGrant("1", "arn:g", "arn:r", "arn:i", ["Decrypt"]), new KeyGrant("2", "rds.amazonaws.com", "kms.amazonaws.com", null, []) }, grants, strict: true);
    }

    [Fact]
    public async Task Grant_without_a_grantee_is_no_answer()
    {
        await using var aws = await CannedAws.WithRoleAsync(static _ => CannedAnswer.Json("""{"Grants":[{"GrantId":"1"}],"Truncated":false}"""));
        using var isolation = AwsAccounts.OpenIsolation(aws.Access);

        await Assert.ThrowsAsync<CloudException>(() => isolation.GrantsOfAsync("arn:k", default));
    }
}
