using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Rds.Tags;

internal sealed class ListTagsForResource : IRdsOperation
{
    public string Name => nameof(ListTagsForResource);

    public XElement? Execute(RdsCall call) => new("ListTagsForResourceResult", ResourceTag.List(TaggedResource.TagsOf(call)));
}
