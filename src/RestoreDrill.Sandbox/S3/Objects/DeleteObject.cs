using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.S3.Locks;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Objects;

internal sealed class DeleteObject(SandboxClock clock) : IS3Operation
{
    public string Name => nameof(DeleteObject);

    public S3Route Route { get; } = new("DELETE", S3Level.Object) { Parameters = ["versionId"] };

    public IEnumerable<S3Permission> Permissions(S3Call call) => [Deletion.Permission(call.Key, call.VersionId)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        LockHeaders.RefuseBypassWithoutLock(call, bucket);
        var deletion = Deletion.Of(call, bucket, call.Key, call.VersionId, clock.GetUtcNow());
        return S3Answer.Done(bucket.AccountId, 204) with
        {
            Removed = deletion.Removed,
            Headers = [("x-amz-version-id", deletion.Version), ("x-amz-delete-marker", deletion.IsMarker ? "true" : null)],
        };
    }
}
