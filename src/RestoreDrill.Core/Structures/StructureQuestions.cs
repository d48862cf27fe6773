using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Structures;

/// <summary>Which questions about structure are put to a restored instance.</summary>
public static class StructureQuestions
{
    /// <summary>
    /// Every question to every verified database in which there is anything of somebody's, in the order in which they are put. Of the others, as <c>template1</c> and
    /// <c>postgres</c> mostly are, there is nothing to lose; catalogs that all databases share are part of each one's.
    /// </summary>
    public static IReadOnlyList<(string Database, StructureKind Kind)> Of(InstanceInventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        return
        [
            .. inventory.Databases.Where(database => database.Verified && inventory.Relations.Any(relation => IsOf(database, relation)))
                .OrderBy(static database => database.Name, StringComparer.Ordinal)
                .SelectMany(static database => Enum.GetValues<StructureKind>().Select(kind => (database.Name, kind))),
        ];
    }

    private static bool IsOf(ListedDatabase database, ListedRelation relation) =>
        relation.Name.Database == database.Name && (relation.Kind != RelationKind.LargeObjects || relation.Bytes > 0);
}
