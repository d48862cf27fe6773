namespace RestoreDrill.Sandbox.Kms.Keys;

internal sealed class DisableKey : IKmsOperation
{
    public string Name => nameof(DisableKey);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        call.LastingKey().State = KeyState.Disabled;
        return null;
    }
}
