using RestoreDrill.Core.Reading;

namespace RestoreDrill.Verification.Ranges;

/// <summary>What one connection is to do next.</summary>
/// <param name="Work">The relation.</param>
/// <param name="Range">The range to read; null: ask for the relation's shape.</param>
internal sealed record RangeTask(RelationWork Work, BlockRange? Range);
