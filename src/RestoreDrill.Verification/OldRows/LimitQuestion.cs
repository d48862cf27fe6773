using System.Globalization;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.OldRows;

/// <summary>Takes the limit below which rows are old.</summary>
internal sealed class LimitQuestion(SessionOpener opener, InstanceLogin login, TimeProvider time)
{
    private const string What = "taking the limit of old rows";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public async Task<OldRowLimit> AskAsync(CancellationToken ct)
    {
        await using var session = await opener.OpenEntranceAsync(login, SessionPurpose.Listing, ct);
        var inRecovery = (await session.RowsAsync(What, "SELECT pg_is_in_recovery()", static row => row.GetBoolean(0), ct))[0];
        // The position is read after the snapshot: in one statement it could come first.
        var (xid, takenAt) = (await session.RowsAsync(
            What,
            "SELECT pg_snapshot_xmin(pg_current_snapshot())::text, clock_timestamp()",
            static row => (row.GetString(0), row.GetFieldValue<DateTimeOffset>(1)),
            ct))[0];
        var lsn = inRecovery
            ? (await session.RowsAsync(What, "SELECT pg_last_wal_replay_lsn()::text", static row => row.GetString(0), ct))[0]
            : await WrittenAsync(session, ct);
        return new OldRowLimit(ulong.Parse(xid, CultureInfo.InvariantCulture), lsn, takenAt, inRecovery);
    }

    /// <summary>
    /// Waits until the log is on storage up to where it was. With <c>synchronous_commit=off</c> a transaction can be over before its commit is written, which
    /// happens within three times <c>wal_writer_delay</c> (PostgreSQL's manual, "Asynchronous Commit"); a snapshot taken before that lacks its rows. What
    /// follows the last commit may be written later, so the wait ends then.
    /// </summary>
    private async Task<string> WrittenAsync(Session session, CancellationToken ct)
    {
        var (position, longest) = (await session.RowsAsync(
            What,
            "SELECT pg_current_wal_insert_lsn()::text, 4 * (SELECT setting::int8 FROM pg_settings WHERE name = 'wal_writer_delay')",
            static row => (row.GetString(0), TimeSpan.FromMilliseconds(row.GetInt64(1))),
            ct))[0];
        var started = time.GetTimestamp();
        while (!(await session.RowsAsync(What, "SELECT pg_current_wal_flush_lsn() >= $1::pg_lsn", static row => row.GetBoolean(0), ct, position))[0]
            && time.GetElapsedTime(started) < longest)
        {
            await Task.Delay(Poll, time, ct);
        }

        return position;
    }
}
