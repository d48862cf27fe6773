namespace RestoreDrill.Core.Drilling;

/// <summary>A DB parameter group with the values that decide whether a restored database can act on the world, or start at all.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Family">For example <c>postgres15</c>.</param>
/// <param name="Values">Values by parameter; a parameter without a value is absent.</param>
public sealed record ParameterGroup(string Name, string Family, IReadOnlyDictionary<string, string> Values);
