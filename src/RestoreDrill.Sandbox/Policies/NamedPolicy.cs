namespace RestoreDrill.Sandbox.Policies;

/// <summary>A policy and what it is called where it hangs.</summary>
internal sealed record NamedPolicy(string Name, PolicyDocument Document);
