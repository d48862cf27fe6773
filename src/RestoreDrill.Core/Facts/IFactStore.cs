using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Core.Facts;

/// <summary>
/// The Object-Lock bucket of the vault account: facts go in, each as a new object, and are read back by version. Nothing can be deleted, overwritten, or kept for a shorter
/// time through it. Every member throws <see cref="CloudException"/> when AWS refuses or does not answer. What is read has been checked against nothing; <see cref="FactReader"/> does that.
/// </summary>
/// <remarks>
/// The role that uses it needs <c>s3:PutObject</c>, <c>s3:PutObjectRetention</c>, <c>s3:GetObjectVersion</c>, <c>s3:GetObjectRetention</c> on the objects, and on the bucket
/// <c>s3:ListBucketVersions</c> and, to examine it, <c>s3:GetBucketObjectLockConfiguration</c>, <c>s3:GetBucketVersioning</c>, <c>s3:GetBucketPublicAccessBlock</c>,
/// <c>s3:GetBucketPolicyStatus</c> and <c>s3:GetBucketPolicy</c>. Without <c>s3:ListBucket</c>, a version that is missing is answered as a refusal (API reference, GetObject).
/// </remarks>
public interface IFactStore
{
    /// <summary>The store in words, such as <c>bucket restoredrill-facts</c>.</summary>
    string Name { get; }

    /// <summary>Puts a fact, unless its key has a latest version that is no delete marker (If-None-Match). Asking again is harmless.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="retainUntil">Until when it is to be kept in compliance mode, rounded to whole seconds; null: the bucket's default counts.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The version that was made; null where the key was taken.</returns>
    Task<FactVersion?> PutIfAbsentAsync(FactObject fact, DateTimeOffset? retainUntil, CancellationToken cancellationToken);

    /// <summary>All versions and delete markers whose keys begin with that, by key, and for each key the oldest first.</summary>
    Task<IReadOnlyList<FactVersion>> ListVersionsAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>The content of a version, whole.</summary>
    /// <param name="version">From the list; no delete marker.</param>
    /// <param name="longest">As many bytes as are read at most.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The content; null where it is longer.</returns>
    Task<byte[]?> ReadAsync(FactVersion version, int longest, CancellationToken cancellationToken);

    /// <summary>What protects a version now.</summary>
    Task<FactLock> LockOfAsync(FactVersion version, CancellationToken cancellationToken);

    /// <summary>What can be found out about the bucket itself, for <see cref="FactStoreRules"/>.</summary>
    Task<BucketFindings> ExamineAsync(CancellationToken cancellationToken);
}
