using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Tests.Policies;

public sealed class PolicyParserTests
{
    private const string Plain = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"rds:*","Resource":"*"}}""";

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Id":"any","Statement":[{"Sid":"A1","Effect":"Deny","NotAction":["rds:Describe*","kms:?ncrypt"],"NotResource":["arn:aws:rds:*:*:db:*"]}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":true},"NumericLessThan":{"aws:MultiFactorAuthAge":3600}}}}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:PrincipalAccount, 'none'}/${*}"}}""")]
    [InlineData(Plain)]
    public void Policy_of_the_language_is_read(string json) => Assert.Single(PolicyParser.Parse(json, PolicyKind.Identity).Statements);

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Version":20121017,"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Version":"2012-10-17"}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":"x"}""")]
    [InlineData("""{"Version":"2012-10-17","Comment":"x","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Version":"2012-10-17","Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"}]}""")]
    public void Malformed_document_is_refused(string json) => AssertMalformed(json, PolicyKind.Identity);

    [Theory]
    [InlineData("""{"Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"allow","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Permit","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":[],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"CopyDBSnapshot","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*:CopyDBSnapshot","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"rds:${aws:username}","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"snapshot"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:rds:db"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:*:eu-west-1:1:db"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:rds:*:*:db:${aws:username"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:rds:*:*:db:${username}"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","NotResource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":7}""")]
    [InlineData("""{"Sid":"not plain","Effect":"Allow","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Unless":{}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":"x"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEqual":{"aws:PrincipalArn":"x"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NullIfExists":{"aws:PrincipalArn":"true"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"ForEach:StringEquals":{"aws:PrincipalArn":"x"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Null":{"aws:PrincipalArn":"yes"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"maybe"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericEquals":{"aws:MultiFactorAuthAge":"soon"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:CurrentTime":"tomorrow"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"ArnLike":{"aws:PrincipalArn":"role/x"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalArn":[]}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalArn":{}}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"PrincipalArn":"x"}}}""")]
    public void Malformed_statement_is_refused(string statement) =>
        AssertMalformed($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", PolicyKind.Identity);

    [Theory]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Resource":"*"}""")]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Principal":"*"}""")]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Resource":"*","Principal":"somebody"}""")]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Resource":"*","Principal":{}}""")]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Resource":"*","Principal":{"AWS":[]}}""")]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Resource":"*","Principal":{"AWS":"11111111111"}}""")]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Resource":"*","Principal":{"AWS":"arn:aws:iam::111111111111:role/*"}}""")]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Resource":"*","Principal":{"Service":"backup.example.com"}}""")]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Resource":"*","Principal":{"Federated":"cognito-identity.amazonaws.com"}}""")]
    [InlineData(nameof(PolicyKind.Resource), """{"Effect":"Allow","Action":"*","Resource":"*","NotPrincipal":"*"}""")]
    [InlineData(nameof(PolicyKind.Trust), """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*","Principal":"*"}""")]
    [InlineData(nameof(PolicyKind.Trust), """{"Effect":"Allow","Action":"sts:AssumeRole"}""")]
    [InlineData(nameof(PolicyKind.ServiceControl), """{"Effect":"Deny","Action":"*","Resource":"*","Principal":"*"}""")]
    public void Element_that_a_kind_of_policy_may_not_have_or_must_have_is_refused(string kind, string statement) =>
        AssertMalformed($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", Enum.Parse<PolicyKind>(kind));

    private static void AssertMalformed(string json, PolicyKind kind) =>
        Assert.Equal("MalformedPolicyDocument", Assert.Throws<AwsError>(() => PolicyParser.Parse(json, kind)).Code);
}
