using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Locks;

internal sealed class PutObjectLegalHold : IS3Operation
{
    public string Name => nameof(PutObjectLegalHold);

    public S3Route Route { get; } = new("PUT", S3Level.Object, "legal-hold") { Parameters = ["versionId"] };

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutObjectLegalHold", call.Key, LockKeys.OfHold(Wanted(call)))];

    public S3Answer Execute(S3Call call)
    {
        LockedVersion.Of(call).LegalHold = Wanted(call);
        return S3Answer.Done(call.Bucket.AccountId);
    }

    private static string Wanted(S3Call call) =>
        call.Document("LegalHold").Only("Status").Required("Status").Value is var status && LegalHolds.IsState(status) ? status : throw S3Error.MalformedXml();
}
