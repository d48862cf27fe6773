namespace RestoreDrill.Sandbox.Kms.Rotation;

internal sealed class DisableKeyRotation : IKmsOperation
{
    public string Name => nameof(DisableKeyRotation);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.EnabledKey();
        (key.RotationPeriodInDays, key.RotatesFrom) = (null, null);
        return null;
    }
}
