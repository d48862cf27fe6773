using System.Globalization;

namespace RestoreDrill.Core.Sandwich;

/// <summary>
/// Which rows are old: those whose row version was made by a transaction before <see cref="Xid"/>. All of these had ended when the limit was taken
/// (<c>pg_snapshot_xmin(pg_current_snapshot())</c>), so no further row version can become old; an old one can only disappear.
/// </summary>
/// <param name="Xid">The oldest transaction that was still running, or the next one, as a full id (<c>xid8</c>); comparisons use its last 32 bits.</param>
/// <param name="Lsn">Where the write-ahead log was, at or after that.</param>
/// <param name="TakenAt">When, by the server's clock.</param>
/// <param name="InRecovery">
/// Whether a standby gave it: its <paramref name="Xid"/> says nothing about what its primary runs, and reading by it is refused; <paramref name="Lsn"/> is the
/// position it has replayed, which can be compared with the primary's.
/// </param>
public sealed record OldRowLimit(ulong Xid, string Lsn, DateTimeOffset TakenAt, bool InRecovery = false)
{
    /// <summary>Whether a standby's position is at a primary's, or behind it.</summary>
    /// <param name="position">The primary's, for example <c>16/B374D848</c> (PostgreSQL, "pg_lsn Type").</param>
    /// <exception cref="FormatException">One of them is no position.</exception>
    public bool HasReached(string position) => Place(Lsn) >= Place(position);

    private static ulong Place(string position)
    {
        var slash = position.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? (ulong.Parse(position.AsSpan(0, slash), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) << 32)
                | uint.Parse(position.AsSpan(slash + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : throw new FormatException($"{position} is no position in a write-ahead log.");
    }
}
