using System.Globalization;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Locks;

/// <summary>
/// The condition keys of Object Lock (S3 user guide, "Bucket policy examples": <c>s3:object-lock-remaining-retention-days</c> bounds the retention that may be asked for). Of a
/// day begun AWS does not say whether it counts; here it does, so that thirty days from now are thirty.
/// </summary>
internal static class LockKeys
{
    private const string Prefix = "s3:object-lock-";

    public static IReadOnlyList<(string Key, string[] Values)> OfHeaders(S3Call call, DateTimeOffset now)
    {
        List<(string Key, string[] Values)> keys = [];
        if (call.Header(LockHeaders.Mode) is { } mode)
        {
            keys.Add((Prefix + "mode", [mode]));
        }

        if (call.Header(LockHeaders.Until) is { } text && S3Xml.TryTime(text) is { } until)
        {
            keys.AddRange(OfDate(until, now));
        }

        if (call.Header(LockHeaders.Hold) is { } hold)
        {
            keys.Add((Prefix + "legal-hold", [hold]));
        }

        return keys;
    }

    public static IReadOnlyList<(string Key, string[] Values)> Of(Retention? retention, DateTimeOffset now) =>
        retention is null ? [] : [(Prefix + "mode", [retention.Mode]), .. OfDate(retention.Until, now)];

    public static (string Key, string[] Values) OfHold(string hold) => (Prefix + "legal-hold", [hold]);

    private static IEnumerable<(string Key, string[] Values)> OfDate(DateTimeOffset until, DateTimeOffset now) =>
    [
        (Prefix + "retain-until-date", [S3Xml.Time(until)]),
        (Prefix + "remaining-retention-days", [Math.Ceiling((until - now).TotalDays).ToString(CultureInfo.InvariantCulture)]),
    ];
}
