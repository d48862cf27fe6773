using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Chain;

/// <summary>The row versions of one relation in a copy of the chain.</summary>
/// <param name="Own">All of them.</param>
/// <param name="Young">Those that are not older than the limit of the copy that came before; null where they were not told apart.</param>
public sealed record LinkGroups(RelationGroups Own, RelationGroups? Young)
{
    /// <summary>Puts ranges of a relation together that were stored one by one.</summary>
    /// <param name="parts">The ranges, in any order; none where the relation has no block.</param>
    public static LinkGroups Joined(IReadOnlyList<(BlockRange Range, int Grain, RelationGroups Own, RelationGroups? Young)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var (grain, blocks) = parts.Count == 0 ? (1, 0) : (parts[0].Grain, parts.Max(static part => part.Range.End!.Value));
        return new LinkGroups(
            RelationGroups.Joined(grain, blocks, parts.Select(static part => part.Own)),
            parts.All(static part => part.Young is not null) ? RelationGroups.Joined(grain, blocks, parts.Select(static part => part.Young!)) : null);
    }

    /// <summary>All of a group, in groups that are a multiple of those that were read; null where they are not, or where not all of it was read.</summary>
    public GroupSum? All(long group, int grain) => Sum(Own, group, grain);

    /// <summary>Of a group, those older than the limit of the copy before; null where that is not known.</summary>
    public GroupSum? Old(long group, int grain) =>
        Young is not null && Sum(Own, group, grain) is { } all && Sum(Young, group, grain) is { } young ? Minus(all, young) : null;

    /// <summary>What is left of <paramref name="all"/> without <paramref name="part"/>.</summary>
    public static GroupSum Minus(GroupSum all, GroupSum part) => new(all.Rows - part.Rows, unchecked(all.HashSum - part.HashSum));

    private static GroupSum? Sum(RelationGroups groups, long group, int grain)
    {
        if (grain % groups.Grain != 0)
        {
            return null;
        }

        var parts = grain / groups.Grain;
        var sum = default(GroupSum);
        for (var part = group * parts; part < (group + 1) * parts; part++)
        {
            if (groups[part] is not { } one)
            {
                return null;
            }

            sum = new GroupSum(checked(sum.Rows + one.Rows), unchecked(sum.HashSum + one.HashSum));
        }

        return sum;
    }
}
