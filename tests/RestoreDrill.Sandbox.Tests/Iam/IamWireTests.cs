using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>The answers as they go over the wire: those of AWS, member by member (as recorded by others from AWS in 2026).</summary>
[Collection(nameof(SharedIamSandbox))]
public sealed partial class IamWireTests(IamSandbox sandbox)
{
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
    private const string EncodedTrust = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22Service%22%3A%22backup.amazonaws.com%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_those_of_the_query_protocol()
    {
        const string Identity = $"<Path>/wire/</Path><RoleName>wired</RoleName><RoleId>ID</RoleId><Arn>arn:aws:iam::333333333333:role/wire/wired</Arn><CreateDate>TIME</CreateDate><AssumeRolePolicyDocument>{EncodedTrust}</AssumeRolePolicyDocument>";
        const string Listed = Identity + "<Description>d</Description><MaxSessionDuration>3600</MaxSessionDuration>";
        const string Tags = "<Tags><member><Key>team</Key><Value>data</Value></member></Tags>";

        Assert.Equal(
            Answer("CreateRole", $"<CreateRoleResult><Role>{Identity}{Tags}</Role></CreateRoleResult>"),
            await CallAsync(
                "CreateRole", ("RoleName", "wired"), ("Path", "/wire/"), ("AssumeRolePolicyDocument", Trust), ("Description", "d"),
                ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "data")));
        Assert.Equal(
            Answer("GetRole", $"<GetRoleResult><Role>{Listed}{Tags}<RoleLastUsed /></Role></GetRoleResult>"), await CallAsync("GetRole", ("RoleName", "wired")));
        Assert.Equal(
            Answer("ListRoles", $"<ListRolesResult><Roles><member>{Listed}</member></Roles><IsTruncated>false</IsTruncated></ListRolesResult>"),
            await CallAsync("ListRoles", ("PathPrefix", "/wire/")));
        Assert.Equal(Answer("UpdateRole", "<UpdateRoleResult />"), await CallAsync("UpdateRole", ("RoleName", "wired"), ("Description", "d")));
        Assert.Equal(Answer("PutRolePolicy", ""), await CallAsync(
            "PutRolePolicy", ("RoleName", "wired"), ("PolicyName", "p"), ("PolicyDocument", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"rds:*","Resource":"*"}]}""")));
        Assert.Equal(
            Answer("ListRolePolicies", "<ListRolePoliciesResult><PolicyNames><member>p</member></PolicyNames><IsTruncated>false</IsTruncated></ListRolePoliciesResult>"),
            await CallAsync("ListRolePolicies", ("RoleName", "wired")));
        Assert.Equal(Answer("AttachRolePolicy", ""), await CallAsync("AttachRolePolicy", ("RoleName", "wired"), ("PolicyArn", IamManagedPolicyTests.ForBackup)));
        Assert.Equal(
            Answer(
                "ListAttachedRolePolicies",
                "<ListAttachedRolePoliciesResult><AttachedPolicies><member><PolicyName>AWSBackupServiceRolePolicyForBackup</PolicyName>"
                    + $"<PolicyArn>{IamManagedPolicyTests.ForBackup}</PolicyArn></member></AttachedPolicies><IsTruncated>false</IsTruncated></ListAttachedRolePoliciesResult>"),
            await CallAsync("ListAttachedRolePolicies", ("RoleName", "wired")));
        Assert.Equal(
            Answer("ListRoleTags", $"<ListRoleTagsResult>{Tags}<IsTruncated>false</IsTruncated></ListRoleTagsResult>"), await CallAsync("ListRoleTags", ("RoleName", "wired")));
    }

    [Fact]
    public async Task Refusals_are_those_of_the_query_protocol()
    {
        Assert.Equal(
            "404 <ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>NoSuchEntity</Code>"
                + "<Message>The role with name nobody cannot be found.</Message></Error><RequestId>REQUEST</RequestId></ErrorResponse>",
            await CallAsync("GetRole", ("RoleName", "nobody")));
        Assert.Contains(
            "<Message>1 validation error detected: Value at 'roleName' failed to satisfy constraint: Member must not be null</Message>", await CallAsync("GetRole"), StringComparison.Ordinal);
    }

    private static string Answer(string action, string result) =>
        $"200 <{action}Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">{result}<ResponseMetadata><RequestId>REQUEST</RequestId></ResponseMetadata></{action}Response>";

    /// <summary>Status and body of an answer to the management account, with what differs each time taken out.</summary>
    private async Task<string> CallAsync(string action, params (string Name, string Value)[] parameters)
    {
        using var http = new HttpClient(new SigningHandler(sandbox.Host.KeysOf(Account.Management), "iam", "us-east-1"));
        KeyValuePair<string, string>[] form = [new("Action", action), new("Version", "2010-05-08"), .. parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))];
        using var answer = await http.PostAsync(sandbox.Host.BaseAddress, new FormUrlEncodedContent(form), Ct);
        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        body = RequestId().Replace(body, "<RequestId>REQUEST</RequestId>");
        body = RoleId().Replace(body, "<RoleId>ID</RoleId>");
        return $"{(int)answer.StatusCode} {Time().Replace(body, "<CreateDate>TIME</CreateDate>")}";
    }

    [GeneratedRegex("<RequestId>[0-9a-f-]{36}</RequestId>")]
    private static partial Regex RequestId();

    [GeneratedRegex("<RoleId>AROA[A-Z2-7]{17}</RoleId>")]
    private static partial Regex RoleId();

    [GeneratedRegex(@"<CreateDate>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z</CreateDate>")]
    private static partial Regex Time();
}
