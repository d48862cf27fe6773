namespace RestoreDrill.Sandbox.Kms.Tags;

internal sealed class TagResource : IKmsOperation
{
    public string Name => nameof(TagResource);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.LastingKey();
        var added = KmsTags.Read(call.Parameters);
        if (added.Count == 0)
        {
            throw KmsError.Missing("Tags");
        }

        var merged = KmsTags.Merge(key.Tags, added);
        key.Tags.Clear();
        key.Tags.AddRange(merged);
        return null;
    }
}
