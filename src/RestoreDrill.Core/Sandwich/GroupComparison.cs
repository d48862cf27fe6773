namespace RestoreDrill.Core.Sandwich;

/// <summary>
/// Compares a group of the copy with the same group of the source. Old rows only ever disappear, so the source's before the copy hold the copy's, and these
/// hold the source's after it.
/// </summary>
public static class GroupComparison
{
    /// <summary>With the source after the copy was taken: each of its rows has to be in the copy.</summary>
    public static GroupStanding WithAfter(GroupSum after, GroupSum copy) =>
        after == copy ? GroupStanding.Equal
        : after.Rows >= copy.Rows || after is { Rows: 0, HashSum: not 0 } ? GroupStanding.Differs
        : GroupStanding.Fewer;

    /// <summary>With the source before the copy was taken: each row of the copy has to be in it. Fewer rows in the copy say nothing: they may have been deleted.</summary>
    public static GroupStanding WithBefore(GroupSum before, GroupSum copy) =>
        before == copy ? GroupStanding.Equal
        : before.Rows <= copy.Rows ? GroupStanding.Differs
        : GroupStanding.Unknown;

    /// <summary>With both, as far as they were read: a contradiction outweighs an agreement, which outweighs the rest.</summary>
    public static GroupStanding WithBoth(GroupSum? before, GroupSum? after, GroupSum copy)
    {
        var (early, late) = (
            before is { } b ? WithBefore(b, copy) : GroupStanding.Unknown,
            after is { } a ? WithAfter(a, copy) : GroupStanding.Unknown);
        return early == GroupStanding.Differs || late == GroupStanding.Differs ? GroupStanding.Differs
            : early == GroupStanding.Equal || late == GroupStanding.Equal ? GroupStanding.Equal
            : late;
    }
}
