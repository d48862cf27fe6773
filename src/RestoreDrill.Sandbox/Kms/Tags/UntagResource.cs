namespace RestoreDrill.Sandbox.Kms.Tags;

internal sealed class UntagResource : IKmsOperation
{
    public string Name => nameof(UntagResource);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.LastingKey();
        var removed = call.Parameters.Texts("TagKeys") ?? throw KmsError.Missing("TagKeys");
        KmsTags.RefuseReserved(removed);
        key.Tags.RemoveAll(tag => removed.Contains(tag.Key));
        return null;
    }
}
