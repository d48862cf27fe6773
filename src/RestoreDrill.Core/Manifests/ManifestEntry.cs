namespace RestoreDrill.Core.Manifests;

/// <summary>A part of a manifest, by its digest.</summary>
public sealed record ManifestEntry(ReadingMoment Moment, ManifestSubject Subject, string Database, string Sha256);
