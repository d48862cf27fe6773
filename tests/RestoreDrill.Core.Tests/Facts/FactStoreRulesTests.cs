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
        Assert.Empty(FactStoreRules.Judge(Good with { DefaultMode = mode }, FactSamples.Options));
    }

    [Fact]
    public void What_could_not_be_asked_is_not_taken_to_hold() => Assert.Contains(
        "could not be examined: no permission", Assert.Single(Judge(Good with { HasObjectLock = null, DefaultMode = null, NotCheckable = ["no permission"] })), StringComparison.Ordinal);

    private static IReadOnlyList<string> Judge(BucketFindings findings) => FactStoreRules.Judge(findings, FactSamples.Options with { Retention = null });
}
