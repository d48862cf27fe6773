using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Structures;

/// <summary>Which questions about structure are put to a restored instance.</summary>
public static class StructureQuestions
{
    /// <summary>Every question to every verified database, in the order in which they are put.</summary>
    public static IReadOnlyList<(string Database, StructureKind Kind)> Of(InstanceInventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        return
        [
            .. inventory.Databases.Where(static database => database.Verified)
                .OrderBy(static database => database.Name, StringComparer.Ordinal)
                .SelectMany(static database => Enum.GetValues<StructureKind>().Select(kind => (database.Name, kind))),
        ];
    }
}
