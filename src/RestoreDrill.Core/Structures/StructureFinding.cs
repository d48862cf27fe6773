namespace RestoreDrill.Core.Structures;

/// <summary>Something that is not as it should be.</summary>
/// <param name="Name">The object, without its database: <c>schema.index</c>, <c>schema.table.constraint</c>, <c>schema.sequence</c>.</param>
/// <param name="Expected">What should be.</param>
/// <param name="Found">What is. Never a value of a row.</param>
public sealed record StructureFinding(string Name, string Expected, string Found);
