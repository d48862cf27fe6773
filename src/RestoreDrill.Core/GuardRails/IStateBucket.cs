using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Core.GuardRails;

/// <summary>The bucket of the source account that holds Terraform's state, in the role <c>restoredrill-source</c>. Nothing in it is read.</summary>
public interface IStateBucket
{
    /// <summary>What the bucket is like; Object Lock is not asked about. Null: there is none of that name.</summary>
    /// <exception cref="CloudException">AWS refuses, or does not answer.</exception>
    Task<BucketFindings?> ExamineAsync(string bucket, CancellationToken cancellationToken);
}
