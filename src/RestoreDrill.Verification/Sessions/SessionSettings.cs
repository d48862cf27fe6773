using System.Globalization;

namespace RestoreDrill.Verification.Sessions;

/// <summary>
/// The settings a session starts with. Given in the start-up packet they win over what ALTER ROLE, ALTER DATABASE or a parameter group set.
/// </summary>
internal sealed record SessionSettings(SessionPurpose Purpose, TimeSpan StatementLimit, TimeSpan LockLimit)
{
    private static readonly (string Name, string Value)[] Always =
    [
        // Rows that a policy would hide become an error (42501) instead of a smaller count.
        ("row_security", "off"),
        ("TimeZone", "UTC"),
        ("DateStyle", "ISO,YMD"),
        ("IntervalStyle", "postgres"),
        ("extra_float_digits", "1"),
        ("bytea_output", "hex"),
        ("lc_monetary", "C"),
        ("enable_indexonlyscan", "off"),
        ("client_min_messages", "warning"),
        ("quote_all_identifiers", "off"),
    ];

    /// <summary>The value of the connection string's Options.</summary>
    public string ToOptions()
    {
        var settings = Always.ToList();
        settings.Add(("default_transaction_read_only", Purpose is SessionPurpose.Earning or SessionPurpose.Examining or SessionPurpose.Damaging ? "off" : "on"));
        settings.Add(("statement_timeout", Milliseconds(StatementLimit)));
        settings.Add(("lock_timeout", Milliseconds(LockLimit)));
        if (Purpose is not SessionPurpose.Checking)
        {
            // A function of the database's own must never be taken for one of PostgreSQL's; a user's check relies on its own path.
            settings.Add(("search_path", "pg_catalog,pg_temp"));
        }
        if (Purpose is SessionPurpose.Reading)
        {
            settings.Add(("enable_indexscan", "off"));
            settings.Add(("enable_bitmapscan", "off"));
            // A range is read by a Tid Range Scan and nothing else. Where there is none, the scan of the whole heap is all that is left and is taken.
            settings.Add(("enable_tidscan", "on"));
            settings.Add(("enable_seqscan", "off"));
        }
        if (Purpose is SessionPurpose.Reading or SessionPurpose.Listing)
        {
            // The cost of a scan that is switched off, and that of questions on many catalogs, would have every statement compiled.
            settings.Add(("jit", "off"));
        }
        if (Purpose is SessionPurpose.Comparing or SessionPurpose.Examining)
        {
            // A damaged index must not answer for the heap.
            settings.Add(("enable_indexscan", "off"));
            settings.Add(("enable_bitmapscan", "off"));
            settings.Add(("enable_seqscan", "on"));
            settings.Add(("jit", "off"));
        }
        return string.Join(' ', settings.Select(static s => $"-c {s.Name}={s.Value}"));
    }

    // 0 would mean no limit at all.
    private static string Milliseconds(TimeSpan limit) =>
        Math.Clamp((long)Math.Ceiling(limit.TotalMilliseconds), 1, int.MaxValue).ToString(CultureInfo.InvariantCulture);
}
