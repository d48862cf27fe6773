using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Locks;
using RestoreDrill.Sandbox.S3.Payloads;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>Deletes up to a thousand keys or versions, each with its own permission and its own answer.</summary>
internal sealed class DeleteObjects(SandboxClock clock) : IS3Operation
{
    private const int Most = 1000;

    public string Name => nameof(DeleteObjects);

    public S3Route Route { get; } = new("POST", S3Level.Bucket, "delete");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [];

    public S3Answer Execute(S3Call call)
    {
        if (!PayloadDigests.AreAnnounced(call.Request))
        {
            throw S3Error.InvalidRequest("Missing required header for this request: Content-MD5");
        }

        var bucket = call.Bucket;
        LockHeaders.RefuseBypassWithoutLock(call, bucket);
        var document = call.Document("Delete").Only("Object", "Quiet");
        var objects = document.Children("Object").Select(item => item.Only("Key", "VersionId")).Select(item => (Key: item.Required("Key").Value, VersionId: item.Text("VersionId"))).ToList();
        if (objects.Count is 0 or > Most)
        {
            throw S3Error.MalformedXml();
        }

        var isQuiet = document.Flag("Quiet") == true;
        var result = new XElement("DeleteResult");
        List<string> removed = [];
        foreach (var (key, versionId) in objects)
        {
            var (element, contents) = Delete(call, bucket, key, versionId);
            removed.AddRange(contents);
            if (!isQuiet || element.Name.LocalName == "Error")
            {
                result.Add(element);
            }
        }

        return S3Answer.Of(result) with { Changed = bucket.AccountId, Removed = removed };
    }

    private (XElement Element, IReadOnlyList<string> Removed) Delete(S3Call call, Bucket bucket, string key, string? versionId)
    {
        var named = versionId is null ? null : new XElement("VersionId", versionId);
        try
        {
            call.Access.Demand(call, [Deletion.Permission(key, versionId)]);
            if (versionId is not null && bucket.VersionsOf(key).All(version => version.VersionId != versionId))
            {
                // Unlike DeleteObject, which takes it for deleted.
                throw S3Error.NoSuchVersion(key, versionId);
            }

            var deletion = Deletion.Of(call, bucket, key, versionId, clock.GetUtcNow());
            var marker = deletion.IsMarker ? new[] { new XElement("DeleteMarker", "true"), new XElement("DeleteMarkerVersionId", deletion.Version) } : [];
            return (new XElement("Deleted", new XElement("Key", key), named, marker), deletion.Removed);
        }
        catch (AwsError error)
        {
            return (new XElement("Error", new XElement("Key", key), named, new XElement("Code", error.Code), new XElement("Message", error.Message)), []);
        }
    }
}
