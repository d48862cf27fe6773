using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Manifests;

/// <summary>
/// What a copy run found in the source, around its snapshot: identity, catalogs, old rows. The bulk lies in parts that it names by their digests, so that its own
/// digest, which the copy carries as a tag, stands for all of it.
/// </summary>
public sealed record SourceManifest
{
    /// <summary>The form of the text and of its parts; a manifest of another form is not compared with.</summary>
    public const string CurrentForm = "restoredrill/manifest/1";

    public string Form { get; init; } = CurrentForm;

    /// <summary>The copy run.</summary>
    public required RunId Run { get; init; }

    public required string SourceResourceId { get; init; }

    /// <summary><see cref="FingerprintSeed.Algorithm"/>.</summary>
    public string Algorithm { get; init; } = FingerprintSeed.Algorithm;

    public required long Seed { get; init; }

    public required InstanceIdentity Identity { get; init; }

    /// <summary>Which rows are old; null where none were read.</summary>
    public OldRowLimit? Limit { get; init; }

    /// <summary>Which rows are old for the reading before the snapshot; null where none were read then.</summary>
    public OldRowLimit? EarlyLimit { get; init; }

    /// <summary>In order of moment, subject and database.</summary>
    public required IReadOnlyList<ManifestEntry> Parts { get; init; }

    /// <summary>What was read after the snapshot, in order of name; empty where only catalogs were read.</summary>
    public IReadOnlyList<OldRowEntry> OldRows { get; init; } = [];

    /// <summary>What was read before the snapshot, in order of name; empty where nothing was.</summary>
    public IReadOnlyList<OldRowEntry> EarlyRows { get; init; } = [];

    /// <summary>The canonical text.</summary>
    public string ToText() => CanonicalJson.Write(this);

    /// <summary>Which rows are old for a reading, before the snapshot or after; null where there was none.</summary>
    public OldRowLimit? LimitOf(ReadingMoment moment) => moment == ReadingMoment.Before ? EarlyLimit : Limit;

    /// <summary>Reads a text whose digest is known to agree.</summary>
    /// <returns>The manifest; or null and why this version of RestoreDrill cannot use it.</returns>
    public static (SourceManifest? Manifest, string? Problem) Read(string text)
    {
        try
        {
            var manifest = CanonicalJson.Read<SourceManifest>(text);
            return manifest.Form == CurrentForm && manifest.Algorithm == FingerprintSeed.Algorithm
                ? (manifest, null)
                : (null, $"the manifest is of form {manifest.Form} by {manifest.Algorithm}, which this version of RestoreDrill does not compare with");
        }
        catch (InvalidDataException e)
        {
            return (null, e.Message);
        }
    }

    /// <summary>Lower-case hex SHA-256 of a text's UTF-8 bytes.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The digest of a relation's old rows: over one line per range, in order of blocks: first block, blocks, grain, and the SHA-256 of its groups.</summary>
    public static string DigestOf(IEnumerable<OldRowRange> ranges)
    {
        var lines = new StringBuilder();
        foreach (var range in ranges.OrderBy(static range => range.Range.First))
        {
            lines.Append(CultureInfo.InvariantCulture, $"{range.Range.First}\t{range.Range.Count}\t{range.Grain}\t{range.Sha256}\n");
        }

        return DigestOf(lines.ToString());
    }
}
