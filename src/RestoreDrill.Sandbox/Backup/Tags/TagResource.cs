using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Tags;

internal sealed class TagResource : IBackupOperation
{
    public string Name => nameof(TagResource);

    public RestRoute Route { get; } = new("POST", "/tags/{resourceArn}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var tags = TaggedBackupResource.TagsOf(call);
        var added = BackupTags.Read(call.Parameters, "Tags");
        if (added.Count == 0)
        {
            throw BackupError.MissingParameterValue("Tags");
        }

        var merged = BackupTags.Merge(tags, added);
        tags.Clear();
        tags.AddRange(merged);
        return null;
    }
}
