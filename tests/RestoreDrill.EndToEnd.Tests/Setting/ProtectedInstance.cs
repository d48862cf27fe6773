namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A protected database of a workbench: what it is called, and its instance in the source account.</summary>
public sealed record ProtectedInstance(string Name, string Instance);
