using System.Security.Cryptography;
using System.Text;

namespace RestoreDrill.Core.Manifests;

/// <summary>A piece of what was read of a source or a copy: one subject of one database at one moment.</summary>
public sealed record ManifestPart
{
    public required ReadingMoment Moment { get; init; }

    public required ManifestSubject Subject { get; init; }

    /// <summary>The database; <see cref="DatabaseCatalog.Shared"/> for the instance's own catalogs.</summary>
    public required string Database { get; init; }

    /// <summary>The canonical text.</summary>
    public required string Text { get; init; }

    /// <summary>Lower-case hex SHA-256 of the text's UTF-8 bytes.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The entry that stands for it in a <see cref="SourceManifest"/>.</summary>
    public ManifestEntry ToEntry() => new(Moment, Subject, Database, Sha256);
}
