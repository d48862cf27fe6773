namespace RestoreDrill.Sandbox.Kms.Tags;

internal sealed class ListResourceTags : IKmsOperation
{
    private static readonly KmsPage Page = new(50, 50);

    public string Name => nameof(ListResourceTags);

    public Dictionary<string, object>? Execute(KmsCall call) =>
        Page.Of(call.Parameters, "Tags", call.Key().Tags, tag => tag.Key, tag => KmsJson.Object(("TagKey", tag.Key), ("TagValue", tag.Value)));
}
