namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class StateBucketRule(string bucket, IStateBucket buckets) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.StateBucket;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (await buckets.ExamineAsync(bucket, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return GuardRailAnswer.Broken(Rail, $"there is no bucket {bucket} (RestoreDrill:Terraform:StateBucket)");
        }

        var wrong = new List<string>();
        if (found.HasVersions == false)
        {
            wrong.Add($"bucket {bucket} does not keep versions: a state that is overwritten is gone");
        }

        if (found.BlocksPublicAccess == false)
        {
            wrong.Add($"bucket {bucket} does not block public access in all four ways");
        }

        if (found.IsPublic == true)
        {
            wrong.Add($"bucket {bucket} has a public policy");
        }

        return wrong.Count == 0 && found.NotCheckable.Count > 0
            ? GuardRailAnswer.NotCheckable(Rail, string.Join("; ", found.NotCheckable))
            : GuardRailAnswer.Judge(Rail, wrong, $"bucket {bucket} keeps versions and blocks public access");
    }
}
