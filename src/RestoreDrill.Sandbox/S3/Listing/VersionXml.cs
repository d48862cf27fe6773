using System.Xml.Linq;
using RestoreDrill.Sandbox.S3.Objects;

namespace RestoreDrill.Sandbox.S3.Listing;

/// <summary>A version as lists have it.</summary>
internal static class VersionXml
{
    /// <summary>Whole seconds, as S3 has them.</summary>
    public static string Modified(ObjectVersion version) => S3Xml.Time(DateTimeOffset.FromUnixTimeSeconds(version.CreatedAt.ToUnixTimeSeconds()));

    public static IEnumerable<XElement> OfContent(ObjectVersion version)
    {
        var content = version.Content!;
        return
        [
            new("ETag", content.ETag),
            new("ChecksumAlgorithm", content.ChecksumAlgorithm.ToUpperInvariant()),
            new("ChecksumType", "FULL_OBJECT"),
            new("Size", content.Size),
            new("StorageClass", "STANDARD"),
        ];
    }
}
