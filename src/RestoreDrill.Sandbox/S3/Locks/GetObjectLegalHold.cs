using System.Xml.Linq;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Locks;

internal sealed class GetObjectLegalHold : IS3Operation
{
    public string Name => nameof(GetObjectLegalHold);

    public S3Route Route { get; } = new("GET", S3Level.Object, "legal-hold") { Parameters = ["versionId"] };

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetObjectLegalHold", call.Key)];

    public S3Answer Execute(S3Call call) => LockedVersion.Of(call).LegalHold is { } hold
        ? S3Answer.Of(new XElement("LegalHold", new XElement("Status", hold)))
        : throw LockedVersion.HasNone();
}
