namespace RestoreDrill.Core.Facts;

/// <summary>A version of an object in the store, or a delete marker, as the store lists it.</summary>
/// <param name="Key">The object's key, whatever it is.</param>
/// <param name="VersionId">By which this very version is read.</param>
/// <param name="StoredAt">When it came, by the store's clock, in whole seconds.</param>
/// <param name="Size">In bytes; 0 for a delete marker.</param>
/// <param name="IsDeleteMarker">Whether it only hides what is below it.</param>
public sealed record FactVersion(string Key, string VersionId, DateTimeOffset StoredAt, long Size, bool IsDeleteMarker);
