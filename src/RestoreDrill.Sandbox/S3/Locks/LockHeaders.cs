using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Locks;

/// <summary>Retention and legal hold as headers.</summary>
internal static class LockHeaders
{
    public const string Mode = "x-amz-object-lock-mode";

    public const string Until = "x-amz-object-lock-retain-until-date";

    public const string Hold = "x-amz-object-lock-legal-hold";

    /// <summary>By which whoever may get by a governance retention says so.</summary>
    public const string Bypass = "x-amz-bypass-governance-retention";

    /// <summary>What an upload asks for.</summary>
    /// <exception cref="AwsError">InvalidArgument, or InvalidRequest for a bucket without Object Lock.</exception>
    public static (Retention? Retention, string? Hold) Read(S3Call call, Bucket bucket, DateTimeOffset now)
    {
        var (mode, until, hold) = (call.Header(Mode), call.Header(Until), call.Header(Hold));
        if ((mode ?? until ?? hold) is null)
        {
            return (null, null);
        }

        if (!bucket.HasObjectLock)
        {
            throw MissingConfiguration();
        }

        if (hold is not null && !LegalHolds.IsState(hold))
        {
            throw S3Error.InvalidArgument("Legal hold must be either of 'ON' or 'OFF'", Hold, hold);
        }

        if (mode is null != until is null)
        {
            throw S3Error.InvalidArgument($"{Until} and {Mode} must both be supplied", mode is null ? Mode : Until);
        }

        return (mode is null ? null : Retained(mode, until!, now), hold);
    }

    public static AwsError MissingConfiguration() => S3Error.InvalidRequest("Bucket is missing Object Lock Configuration");

    /// <summary>Whether the caller may get by governance retentions, and says so.</summary>
    public static bool MayBypass(S3Call call, string key) =>
        string.Equals(call.Header(Bypass), "true", StringComparison.OrdinalIgnoreCase) && call.Allows("BypassGovernanceRetention", key);

    /// <exception cref="AwsError">InvalidArgument.</exception>
    public static void RefuseBypassWithoutLock(S3Call call, Bucket bucket)
    {
        if (call.Header(Bypass) is not null && !bucket.HasObjectLock)
        {
            throw S3Error.InvalidArgument($"{Bypass} is only applicable to Object Lock enabled buckets.", Bypass);
        }
    }

    private static Retention Retained(string mode, string until, DateTimeOffset now)
    {
        var retention = new Retention(
            Retention.IsMode(mode) ? mode : throw S3Error.InvalidArgument("Unknown wormMode directive.", Mode, mode),
            S3Xml.TryTime(until) ?? throw S3Error.InvalidArgument("The retain until date must be provided in ISO 8601 format", Until, until));
        LockRules.RefusePast(retention, now, Until);
        return retention;
    }
}
