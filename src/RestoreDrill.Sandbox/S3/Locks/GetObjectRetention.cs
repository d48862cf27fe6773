using System.Xml.Linq;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Locks;

internal sealed class GetObjectRetention : IS3Operation
{
    public string Name => nameof(GetObjectRetention);

    public S3Route Route { get; } = new("GET", S3Level.Object, "retention") { Parameters = ["versionId"] };

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetObjectRetention", call.Key)];

    public S3Answer Execute(S3Call call) => LockedVersion.Of(call).Retention is { } retention
        ? S3Answer.Of(new XElement("Retention", new XElement("Mode", retention.Mode), new XElement("RetainUntilDate", S3Xml.Time(retention.Until))))
        : throw LockedVersion.HasNone();
}
