namespace RestoreDrill.Verification.Structures;

/// <summary>A column that takes its values from a sequence.</summary>
/// <param name="Sequence"><c>schema.sequence</c>, quoted.</param>
/// <param name="Table">The column's table, for FROM: with ONLY unless partitioned.</param>
/// <param name="Name"><c>schema.table.column</c>, quoted.</param>
/// <param name="Column">The column, quoted.</param>
/// <param name="Increment">The sequence's increment.</param>
/// <param name="IsNumber">Whether the column is of a number type.</param>
/// <param name="IsCycle">Whether the sequence begins anew at its end.</param>
internal sealed record FedColumn(string Sequence, string Table, string Name, string Column, long Increment, bool IsNumber, bool IsCycle);
