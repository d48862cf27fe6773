namespace RestoreDrill.Sandbox.Kms.Keys;

internal sealed class DescribeKey : IKmsOperation
{
    public string Name => nameof(DescribeKey);

    public Dictionary<string, object>? Execute(KmsCall call) => KmsJson.Object(("KeyMetadata", KeyMetadata.Of(call.Key(isAliasGood: true))));
}
