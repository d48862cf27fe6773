using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Tags;

internal sealed class AddTagsToResource : IRdsOperation
{
    public string Name => nameof(AddTagsToResource);

    public XElement? Execute(RdsCall call)
    {
        var added = ResourceTag.Read(call.Parameters) ?? throw AwsError.MissingParameter("Tags");
        var tags = TaggedResource.TagsOf(call);
        var merged = ResourceTag.Merge(tags, added);
        tags.Clear();
        tags.AddRange(merged);
        return null;
    }
}
