namespace RestoreDrill.Sandbox.Organizations.Units;

/// <summary>An organisational unit.</summary>
internal sealed record Unit(string Id, string Name, string ParentId);
