namespace RestoreDrill.Sandbox.Policies;

/// <summary>The service control policies that hang on one target between an organisation's root and an account.</summary>
internal sealed record ControlLevel(string Target, IReadOnlyList<NamedPolicy> Policies);
