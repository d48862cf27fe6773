using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms.Keys;

namespace RestoreDrill.Sandbox.Kms.Rotation;

/// <summary>AWS managed keys are rotated every year. "While a KMS key is pending deletion, its key rotation status is false" (API reference).</summary>
internal sealed class GetKeyRotationStatus(SandboxClock clock) : IKmsOperation
{
    public string Name => nameof(GetKeyRotationStatus);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.Key();
        var period = key.IsAwsManaged ? EnableKeyRotation.UsualPeriod : key.RotationPeriodInDays;
        return period is { } days && key.State != KeyState.PendingDeletion
            ? KmsJson.Object(("KeyId", key.KeyId), ("KeyRotationEnabled", true), ("RotationPeriodInDays", days), ("NextRotationDate", Next(key.RotatesFrom ?? key.CreatedAt, days)))
            : KmsJson.Object(("KeyId", key.KeyId), ("KeyRotationEnabled", false));
    }

    private DateTimeOffset Next(DateTimeOffset from, int days)
    {
        var past = Math.Floor((clock.GetUtcNow() - from).TotalDays / days);
        return from.AddDays((past + 1) * days);
    }
}
