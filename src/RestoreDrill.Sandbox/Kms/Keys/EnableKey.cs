namespace RestoreDrill.Sandbox.Kms.Keys;

internal sealed class EnableKey : IKmsOperation
{
    public string Name => nameof(EnableKey);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        call.LastingKey().State = KeyState.Enabled;
        return null;
    }
}
