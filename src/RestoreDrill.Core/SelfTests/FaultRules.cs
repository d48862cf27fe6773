using RestoreDrill.Core.Structures;

namespace RestoreDrill.Core.SelfTests;

/// <summary>What kind of object a fault needs, and which checks have to see it.</summary>
public static class FaultRules
{
    /// <summary>Whether the fault changes rows.</summary>
    public static bool ChangesRows(this Fault fault) => fault is Fault.SwappedValues or Fault.DeletedRow or Fault.ChangedValue or Fault.TruncatedTable;

    /// <summary>How many rows the table of a fault has at least; 0: the fault needs no table with rows.</summary>
    public static int FewestRows(this Fault fault) => fault switch
    {
        Fault.DeletedRow or Fault.TruncatedTable => 1,
        Fault.SwappedValues or Fault.ChangedValue or Fault.InvalidIndex => 2,
        _ => 0,
    };

    /// <summary>The question about the structure that has to find the fault too; null: none.</summary>
    public static StructureKind? Structure(this FaultTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target switch
        {
            { Fault: Fault.InvalidIndex } => StructureKind.InvalidIndexes,
            { Fault: Fault.SequenceSetBack, FeedsColumn: true } => StructureKind.SequencesBehind,
            _ => null,
        };
    }
}
