using System.Globalization;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Kms.Keys;

/// <summary>
/// Deletes a key after 7 to 30 days, 30 unless told otherwise (API reference). Until then it cannot be used, and the deletion can be taken back; from then on the key is
/// gone for good, with its aliases and grants, and nothing that is encrypted under it can be read again.
/// </summary>
internal sealed class ScheduleKeyDeletion(SandboxClock clock) : IKmsOperation
{
    public const int UsualWindow = 30;
    private const int ShortestWindow = 7;
    private const int LongestWindow = 30;

    public string Name => nameof(ScheduleKeyDeletion);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.LastingKey();
        var days = call.Parameters.Number("PendingWindowInDays") ?? UsualWindow;
        if (days is < ShortestWindow or > LongestWindow)
        {
            // The service model lets 1 to 365 through; the text is not AWS's.
            throw KmsError.Validation(string.Create(
                CultureInfo.InvariantCulture, $"PendingWindowInDays must be between {ShortestWindow} and {LongestWindow}, not {days}."));
        }

        (key.State, key.DeletionAt) = (KeyState.PendingDeletion, clock.GetUtcNow().AddDays(days));
        return KmsJson.Object(("KeyId", key.Arn), ("DeletionDate", key.DeletionAt), ("KeyState", key.State), ("PendingWindowInDays", days));
    }
}
