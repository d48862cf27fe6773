namespace RestoreDrill.Sandbox.Kms.Keys;

internal sealed class ListKeys : IKmsOperation
{
    private static readonly KmsPage Page = new(100, 1000);

    public string Name => nameof(ListKeys);

    public Dictionary<string, object>? Execute(KmsCall call) => Page.Of(
        call.Parameters, "Keys", call.Keys.KeysOf(call.AccountId, call.Region), key => key.KeyId, key => KmsJson.Object(("KeyId", key.KeyId), ("KeyArn", key.Arn)));
}
