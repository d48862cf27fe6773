using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>
/// What legal holds forbid: "backups under a hold cannot be deleted and lifecycle policies that would alter the backup status ... are delayed until the legal hold is removed" (developer
/// guide, "Legal holds").
/// </summary>
internal static class ActiveHolds
{
    /// <summary>How many an account can have at a time (AWS Backup quotas).</summary>
    public const int Most = 50;

    public static bool Hold(AccountState state, RecoveryPoint point) => state.Backup.LegalHolds.Exists(hold => hold.IsActive && hold.PointArns.Contains(point.Arn));

    /// <summary>"Any actions to delete or disassociate a recovery point will fail with an error" (API reference, CreateLegalHold); the text for a deletion is AWS's, the code is not settled.</summary>
    /// <param name="state">The point's account.</param>
    /// <param name="point">The point.</param>
    /// <param name="deed">What was to be done to it, as a participle.</param>
    /// <exception cref="AwsError">InvalidRequestException.</exception>
    public static void Refuse(AccountState state, RecoveryPoint point, string deed)
    {
        if (Hold(state, point))
        {
            throw BackupError.InvalidRequest($"The recovery point cannot be {deed} because it has active legal hold(s)");
        }
    }
}
