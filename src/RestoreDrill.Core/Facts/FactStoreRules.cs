using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Facts;

/// <summary>What a bucket must be like for facts in it to survive us.</summary>
public static class FactStoreRules
{
    /// <summary>What is wrong with the bucket, one sentence each; empty where all holds. What could not be asked is wrong, too: it is not known to hold.</summary>
    public static IReadOnlyList<string> Judge(BucketFindings findings, FactStoreOptions options, InstallationId installation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new List<string>();
        void Require(bool? holds, string otherwise)
        {
            if (holds == false)
            {
                problems.Add($"Bucket {options.Bucket} {otherwise}");
            }
        }

        Require(findings.HasObjectLock, "has no Object Lock: whoever may delete versions can delete every fact in it. Turn Object Lock on.");
        Require(findings.HasVersions, "does not keep versions: a later object takes the place of a fact.");
        Require(findings.BlocksPublicAccess, "does not block public access in all four ways.");
        Require(findings.IsPublic is { } isPublic ? !isPublic : null, "has a public policy.");
        if (options.Retention is null && findings.HasObjectLock == true)
        {
            Require(findings.DefaultMode == "COMPLIANCE",
                findings.DefaultMode is { } mode
                    ? $"has a default retention in {mode} mode, which can be got by, and no retention is configured. Set it to COMPLIANCE, or configure one."
                    : "has no default retention, and none is configured: facts would not be locked. Set one in COMPLIANCE mode, or configure one.");
        }

        problems.AddRange(OfPolicy(findings.Policy, options, installation).Select(trouble => $"The policy of bucket {options.Bucket} {trouble}."));
        problems.AddRange(findings.NotCheckable.Select(reason => $"Bucket {options.Bucket} could not be examined: {reason}"));
        return problems;
    }

    private static IReadOnlyList<string> OfPolicy(string? policy, FactStoreOptions options, InstallationId installation)
    {
        try
        {
            return policy is null ? [] : BucketPolicyTroubles.In(policy, options.Owner, options.Bucket, installation.Value);
        }
        catch (FormatException e)
        {
            return [$"cannot be read: {e.Message}"];
        }
    }
}
