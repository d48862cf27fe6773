namespace RestoreDrill.Core.GuardRails;

/// <summary>A policy where it is attached.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Document">Its text, JSON.</param>
public sealed record AttachedPolicy(string Name, string Document);
