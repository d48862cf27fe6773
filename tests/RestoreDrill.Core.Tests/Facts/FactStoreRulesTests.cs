using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Core.Tests.Facts;

public sealed class FactStoreRulesTests
{
    private static readonly BucketFindings Good = new()
    {
        HasObjectLock = true, DefaultMode = "COMPLIANCE", DefaultRetention = TimeSpan.FromDays(30), HasVersions = true, BlocksPublicAccess = true, IsPublic = false,
    };

    [Fact]
    public void Bucket_as_it_should_be_has_no_problem() => Assert.Empty(Judge(Good));

    [Fact]
    public void Bucket_without_object_lock_is_told_loudly() =>
        Assert.Contains("has no Object Lock: whoever may delete versions can delete every fact in it", Assert.Single(Judge(Good with { HasObjectLock = false })), StringComparison.Ordinal);

    [Fact]
    public void Each_thing_that_does_not_hold_is_a_sentence_of_its_own() =>
        Assert.Equal(3, Judge(Good with { HasVersions = false, BlocksPublicAccess = false, IsPublic = true }).Count);

    [Theory]
    [InlineData(null, "has no default retention")]
    [InlineData("GOVERNANCE", "in GOVERNANCE mode, which can be got by")]
    public void Default_retention_matters_where_none_is_configured(string? mode, string problem)
    {
        Assert.Contains(problem, Assert.Single(Judge(Good with { DefaultMode = mode })), StringComparison.Ordinal);
        Assert.Empty(FactStoreRules.Judge(Good with { DefaultMode = mode }, FactSamples.Options, Sample.Installation));
    }

    [Fact]
    public void What_could_not_be_asked_is_not_taken_to_hold() => Assert.Contains(
        "could not be examined: no permission", Assert.Single(Judge(Good with { HasObjectLock = null, DefaultMode = null, NotCheckable = ["no permission"] })), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::facts/*"}""", "denies, or may deny, s3:PutObject, without which facts can be neither put nor read")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::222222222222:role/restoredrill-drill"},"NotAction":"s3:List*","Resource":"*"}""", "denies, or may deny, s3:PutObject, s3:PutObjectRetention, s3:GetObject")]
    [InlineData("""{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"s3:Get*","Resource":"*"}""", "denies, or may deny, s3:GetObject, s3:GetObjectVersion, s3:GetObjectRetention")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"*","Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/restoredrill-*"}}}""", "denies, or may deny, s3:PutObject")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalArn":"x"}}}""", "denies, or may deny, s3:PutObject")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalAccount":"222222222222"}}}""", "denies, or may deny, s3:PutObject")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":["false","true"]}}}""", "denies, or may deny, s3:PutObject")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::facts/acme/*"}""", "denies, or may deny, s3:PutObject")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::facts/acme/courses/*"}""", "denies, or may deny, s3:PutObject")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::facts/${aws:PrincipalTag/team}/*"}""", "denies, or may deny, s3:PutObject")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:ListBucketVersions","Resource":"arn:aws:s3:::facts"}""", "denies, or may deny, s3:ListBucketVersions")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":["s3:ReplicateObject","s3:GetObject"],"Resource":"*"}""", "lets AWS arn:aws:iam::111111111111:root do s3:ReplicateObject, s3:GetObject")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"111111111111"},"NotAction":"s3:Put*","Resource":"*"}""", "lets AWS 111111111111 do everything but s3:Put*")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"s3:Put*","Resource":"*"}""", "lets AWS 111111111111 do s3:Put*")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"s3:DeleteObject","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}""", "lets everybody do s3:DeleteObject")]
    [InlineData("""{"Effect":"Allow","NotPrincipal":{"AWS":"111111111111"},"Action":"s3:*","Resource":"*"}""", "lets everybody but some do s3:*")]
    [InlineData("""{"Effect":"Perhaps"}""", "cannot be read")]
    public void Policy_that_shuts_facts_out_or_lets_others_write_is_told(string statement, string problem) => Assert.Contains(
        $"The policy of bucket facts {problem}", Assert.Single(Judge(Good with { Policy = $$"""{"Statement":[{{statement}}]}""" })), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::333333333333:role/auditor"},"Action":["s3:Get*","s3:List*"],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"NumericLessThan":{"s3:TlsVersion":"1.2"}}}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"BoolIfExists":{"aws:SecureTransport":[false]}}}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::facts/logs/*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::222222222222:user/trainee"},"Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"s3:*","Resource":"*"}""")]
    public void Policy_that_does_neither_is_nobodys_business(string statement) => Assert.Empty(Judge(Good with { Policy = $$"""{"Statement":[{{statement}}]}""" }));

    private static IReadOnlyList<string> Judge(BucketFindings findings) => FactStoreRules.Judge(findings, FactSamples.Options with { Retention = null }, Sample.Installation);
}
