using RestoreDrill.Sandbox.Backup;

namespace RestoreDrill.Sandbox.Organizations.Tagging;

internal sealed class ListTagsForResource : IOrganizationsOperation
{
    public string Name => nameof(ListTagsForResource);

    public Dictionary<string, object> Execute(OrganizationsCall call) => call.Page(
        "Tags", OrganizationsTags.Of(call.State, TaggedPart.Of(call)), tag => tag.Key, tag => BackupJson.Object(("Key", tag.Key), ("Value", tag.Value)));
}
