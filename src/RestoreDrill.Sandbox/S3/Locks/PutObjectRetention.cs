using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Locks;

/// <summary>Sets the retention of a version, or takes it off with an empty one, within what <see cref="LockRules"/> leave.</summary>
internal sealed class PutObjectRetention(SandboxClock clock) : IS3Operation
{
    public string Name => nameof(PutObjectRetention);

    public S3Route Route { get; } = new("PUT", S3Level.Object, "retention") { Parameters = ["versionId"] };

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutObjectRetention", call.Key, LockKeys.Of(Wanted(call), clock.GetUtcNow()))];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        LockHeaders.RefuseBypassWithoutLock(call, bucket);
        var version = LockedVersion.Of(call);
        var (wanted, now) = (Wanted(call), clock.GetUtcNow());
        if (wanted is not null)
        {
            LockRules.RefusePast(wanted, now, "RetainUntilDate");
        }

        LockRules.RefuseChange(version.Retention, wanted, now, () => LockHeaders.MayBypass(call, call.Key));
        version.Retention = wanted;
        return S3Answer.Done(bucket.AccountId);
    }

    private static Retention? Wanted(S3Call call)
    {
        var document = call.Document("Retention").Only("Mode", "RetainUntilDate");
        return (document.Text("Mode"), document.Text("RetainUntilDate")) switch
        {
            (null, null) => null,
            ({ } mode, { } until) when Retention.IsMode(mode) => new Retention(mode, S3Xml.ReadTime(until)),
            _ => throw S3Error.MalformedXml(),
        };
    }
}
