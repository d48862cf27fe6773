namespace RestoreDrill.Core.Sandwich;

/// <summary>Groups without a gap.</summary>
/// <param name="First">The number of the first one.</param>
/// <param name="Groups">The groups.</param>
internal sealed record GroupStretch(long First, GroupSum[] Groups)
{
    public long End => First + Groups.Length;
}
