using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Aws.Isolation;

/// <summary>The source account's bucket of Terraform's state on S3. It has no member that reads an object.</summary>
public sealed class StateBucket : IStateBucket, IDisposable
{
    private readonly AccountSession _session;
    private readonly string _owner;

    internal StateBucket(AccountSession session, string owner) => (_session, _owner) = (session, owner);

    public async Task<BucketFindings?> ExamineAsync(string bucket, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        try
        {
            return await new BucketExamination(_session, bucket, _owner).WithoutLockAsync(cancellationToken);
        }
        catch (CloudException none) when (none.Code == "NoSuchBucket")
        {
            return null;
        }
    }

    public void Dispose() => _session.Dispose();
}
