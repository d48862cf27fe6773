using RestoreDrill.Core.Reading;

namespace RestoreDrill.Verification.Ranges;

/// <summary>What is wanted of one relation.</summary>
/// <param name="Name">The relation.</param>
/// <param name="Bytes">Its size; the largest comes first.</param>
/// <param name="Missing">The ranges to read, in order; with none there is nothing to do.</param>
/// <param name="Grain">Of how many blocks the length of a range is a multiple.</param>
internal sealed record WantedRanges(RelationName Name, long Bytes, IReadOnlyList<BlockRange> Missing, int Grain = 1);
