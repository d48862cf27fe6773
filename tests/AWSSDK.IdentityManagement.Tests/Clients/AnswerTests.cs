using Amazon.IdentityManagement.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.IdentityManagement.Tests.Clients;

public sealed class AnswerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_policy_document_stays_url_encoded_as_in_the_official_package()
    {
        var role = await GetAsync("<AssumeRolePolicyDocument>%7B%22Version%22%3A%222012-10-17%22%7D</AssumeRolePolicyDocument>");

        Assert.Equal("%7B%22Version%22%3A%222012-10-17%22%7D", role.AssumeRolePolicyDocument);
        Assert.Equal("""{"Version":"2012-10-17"}""", Uri.UnescapeDataString(role.AssumeRolePolicyDocument));
    }

    [Fact]
    public async Task Members_the_answer_leaves_out_are_null_and_not_zero()
    {
        var role = await GetAsync("<RoleName>drill</RoleName><RoleLastUsed/><Future><RoleName>decoy</RoleName></Future>");

        Assert.Equal("drill", role.RoleName);
        Assert.Null(role.MaxSessionDuration);
        Assert.Null(role.CreateDate);
        Assert.Null(role.PermissionsBoundary);
        Assert.Null(role.Tags);
        Assert.Null(role.RoleLastUsed.LastUsedDate);
    }

    [Fact]
    public async Task A_time_is_utc_and_an_unknown_constant_is_kept()
    {
        var role = await GetAsync("""
            <CreateDate>2026-02-26T23:59:59Z</CreateDate>
            <PermissionsBoundary><PermissionsBoundaryType>Moon</PermissionsBoundaryType></PermissionsBoundary>
            """);

        Assert.Equal(new DateTime(2026, 2, 26, 23, 59, 59, DateTimeKind.Utc), role.CreateDate);
        Assert.Equal(DateTimeKind.Utc, role.CreateDate!.Value.Kind);
        Assert.Equal("Moon", role.PermissionsBoundary.PermissionsBoundaryType.Value);
    }

    [Fact]
    public async Task A_policy_document_is_sent_as_the_text_it_is()
    {
        await using var iam = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Empty("PutRolePolicy"));
        using var client = iam.Client();

        await client.PutRolePolicyAsync(
            new PutRolePolicyRequest
            {
                RoleName = "drill",
                PolicyName = "p",
                PolicyDocument = """{"Resource":"arn:aws:rds:*:*:db:rd-*","a":"+ %ü&="}""",
            },
            Cancelled);

        var asked = Assert.Single(iam.Asked);
        Assert.Equal(
            """
            Action=PutRolePolicy
            PolicyDocument={"Resource":"arn:aws:rds:*:*:db:rd-*","a":"+ %ü&="}
            PolicyName=p
            RoleName=drill
            Version=2010-05-08
            """,
            asked.Form);
        Assert.Equal(SigV4.Of(asked, "a-secret"), asked.Authorization.Signature);
    }

    private static async Task<Role> GetAsync(string content)
    {
        await using var iam = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("GetRole", $"<Role>{content}</Role>"));
        using var client = iam.Client();
        return (await client.GetRoleAsync(new GetRoleRequest { RoleName = "drill" }, Cancelled)).Role;
    }
}
