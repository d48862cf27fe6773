using RestoreDrill.Sandbox.S3.Objects;

namespace RestoreDrill.Sandbox.S3.Listing;

/// <summary>A line of a list: a version, or what several keys begin with.</summary>
/// <param name="Name">The key, or the common prefix.</param>
/// <param name="Version">Null for a common prefix.</param>
/// <param name="IsLatest">Whether it is its key's latest version.</param>
internal sealed record ListEntry(string Name, ObjectVersion? Version, bool IsLatest);
