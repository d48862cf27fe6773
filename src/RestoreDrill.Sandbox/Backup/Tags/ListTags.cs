using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Tags;

/// <summary>All tags at once: no resource has more than fifty.</summary>
internal sealed class ListTags : IBackupOperation
{
    public string Name => nameof(ListTags);

    public RestRoute Route { get; } = new("GET", "/tags/{resourceArn}/");

    public Dictionary<string, object>? Execute(BackupCall call) =>
        BackupJson.Object(("Tags", TaggedBackupResource.TagsOf(call).ToDictionary(tag => tag.Key, tag => tag.Value)));
}
