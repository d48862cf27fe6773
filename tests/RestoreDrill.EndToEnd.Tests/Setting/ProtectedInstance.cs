namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A protected database of a workbench: what it is called, its instance in the source account, and what copy runs read of it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Instance">Its instance.</param>
/// <param name="Reads"><c>Catalog</c>, <c>OldRows</c> or <c>OldRowsTwice</c>; null: there is no login to read it with.</param>
public sealed record ProtectedInstance(string Name, string Instance, string? Reads = null);
