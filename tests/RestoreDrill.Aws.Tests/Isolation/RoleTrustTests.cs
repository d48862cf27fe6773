using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Aws.Tests.Isolation;

public sealed class RoleTrustTests
{
    [Fact]
    public async Task Roles_of_all_pages_are_read_and_their_trust_policies_decoded()
    {
        await using var aws = await CannedAws.WithRoleAsync(static request => CannedAnswer.Iam(request.Action, request.Form.ContainsKey("Marker")
            ? $"<Roles>{Role("arn:b", "%7B%22b%22%3A1%7D")}</Roles><IsTruncated>false</IsTruncated>"
            : $"<Roles>{Role("arn:a", "%7B%7D")}</Roles><IsTruncated>true</IsTruncated><Marker>m</Marker>"));
        using var isolation = AwsAccounts.OpenIsolation(aws.Access);

        Assert.Equal([new RoleTrust("arn:a", "{}"), new RoleTrust("arn:b", """{"b":1}""")], await isolation.ListTrustsAsync(default));
    }

    private static string Role(string arn, string policy) => $"<member><RoleName>r</RoleName><Arn>{arn}</Arn><AssumeRolePolicyDocument>{policy}</AssumeRolePolicyDocument></member>";
}
