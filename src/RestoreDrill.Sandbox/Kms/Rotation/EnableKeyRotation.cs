using System.Globalization;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Kms.Rotation;

/// <summary>Has the key's material replaced every 90 to 2560 days, 365 unless told otherwise (API reference). Nothing is encrypted here, so that nothing comes of it.</summary>
internal sealed class EnableKeyRotation(SandboxClock clock) : IKmsOperation
{
    public const int UsualPeriod = 365;
    private const int ShortestPeriod = 90;
    private const int LongestPeriod = 2560;

    public string Name => nameof(EnableKeyRotation);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.EnabledKey();
        var days = call.Parameters.Number("RotationPeriodInDays") ?? key.RotationPeriodInDays ?? UsualPeriod;
        if (days is < ShortestPeriod or > LongestPeriod)
        {
            throw KmsError.Constraint(days.ToString(CultureInfo.InvariantCulture), "RotationPeriodInDays", days < ShortestPeriod
                ? $"Member must have value greater than or equal to {ShortestPeriod}"
                : $"Member must have value less than or equal to {LongestPeriod}");
        }

        key.RotatesFrom = key.RotationPeriodInDays == days ? key.RotatesFrom : clock.GetUtcNow();
        key.RotationPeriodInDays = days;
        return null;
    }
}
