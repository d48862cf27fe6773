using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Tags;

internal sealed class RemoveTagsFromResource : IRdsOperation
{
    public string Name => nameof(RemoveTagsFromResource);

    public XElement? Execute(RdsCall call)
    {
        var removed = call.Parameters.Texts("TagKeys") ?? throw AwsError.MissingParameter("TagKeys");
        TaggedResource.TagsOf(call).RemoveAll(tag => removed.Contains(tag.Key));
        return null;
    }
}
