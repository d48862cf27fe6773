namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>What is left of a site that was closed, for copies to be opened from.</summary>
/// <param name="Directory">The state of its accounts, at rest.</param>
/// <param name="Installation">Its installation, whose name everything bears.</param>
/// <param name="Store">The database of its store; nobody is connected to it.</param>
internal sealed record KeptSite(string Directory, string Installation, string Store);
