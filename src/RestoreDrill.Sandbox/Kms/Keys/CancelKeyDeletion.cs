namespace RestoreDrill.Sandbox.Kms.Keys;

/// <summary>Takes a deletion back. The key is disabled then, whatever it was before.</summary>
internal sealed class CancelKeyDeletion : IKmsOperation
{
    public string Name => nameof(CancelKeyDeletion);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.Key();
        if (key.State != KeyState.PendingDeletion)
        {
            throw KmsError.InvalidState($"{key.Arn} is not pending deletion.");
        }

        (key.State, key.DeletionAt) = (KeyState.Disabled, null);
        return KmsJson.Object(("KeyId", key.Arn));
    }
}
