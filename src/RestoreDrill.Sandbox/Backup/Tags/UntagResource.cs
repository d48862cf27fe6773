using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Tags;

internal sealed class UntagResource : IBackupOperation
{
    public string Name => nameof(UntagResource);

    public RestRoute Route { get; } = new("POST", "/untag/{resourceArn}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var tags = TaggedBackupResource.TagsOf(call);
        var removed = call.Parameters.Texts("TagKeyList") ?? throw BackupError.MissingParameterValue("TagKeyList");
        tags.RemoveAll(tag => removed.Contains(tag.Key));
        return null;
    }
}
