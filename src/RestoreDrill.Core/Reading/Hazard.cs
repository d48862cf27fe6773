namespace RestoreDrill.Core.Reading;

/// <summary>Something in the restored database that could act on the world: a subscription, a slot, a foreign server, a scheduled job.</summary>
/// <param name="Database">Where it was found; empty for the whole instance.</param>
/// <param name="Kind">For example <c>subscription</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">What it would do, without secrets.</param>
public sealed record Hazard(string Database, string Kind, string Name, string Detail);
