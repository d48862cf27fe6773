using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>A recovery point's lifecycle as it was asked for. RDS instances have no cold storage: that part is kept and does nothing.</summary>
/// <param name="MoveToColdStorageAfterDays">Days, or null.</param>
/// <param name="DeleteAfterDays">Days from 1; -1 or null for ever.</param>
internal sealed record PointLifecycle(int? MoveToColdStorageAfterDays, int? DeleteAfterDays)
{
    private const int Most = 36500;

    /// <summary>Days; null for ever.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int? RetentionDays => DeleteAfterDays is > 0 ? DeleteAfterDays : null;

    /// <summary>The lifecycle that a call gives; null if it gives none.</summary>
    /// <exception cref="AwsError">InvalidParameterValueException.</exception>
    public static PointLifecycle? Read(CallParameters parameters)
    {
        var lifecycle = new PointLifecycle(parameters.Number("Lifecycle.MoveToColdStorageAfterDays"), parameters.Number("Lifecycle.DeleteAfterDays"));
        if (lifecycle.DeleteAfterDays is { } days && days is not (-1 or (>= 1 and <= Most)))
        {
            throw BackupError.InvalidParameterValue($"Invalid lifecycle. DeleteAfterDays must be between 1 and {Most}, or -1, not {days}.");
        }

        // "This value must be at least 90 days after the number of days specified in MoveToColdStorageAfterDays."
        if (lifecycle.MoveToColdStorageAfterDays is > 0 and var cold && lifecycle.RetentionDays < cold + 90)
        {
            throw BackupError.InvalidParameterValue("Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays.");
        }

        return lifecycle is { MoveToColdStorageAfterDays: null, DeleteAfterDays: null } ? null : lifecycle;
    }

    public static Dictionary<string, object>? Render(PointLifecycle? lifecycle) => lifecycle is null ? null : BackupJson.Object(
        ("MoveToColdStorageAfterDays", lifecycle.MoveToColdStorageAfterDays), ("DeleteAfterDays", lifecycle.DeleteAfterDays));
}
