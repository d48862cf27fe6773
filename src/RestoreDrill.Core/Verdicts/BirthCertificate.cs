using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Verdicts;

/// <summary>The full fingerprint of a copy, pinned by its first good drill; every later drill of that copy must equal it.</summary>
public sealed record BirthCertificate
{
    public required string CopyArn { get; init; }

    /// <summary>The drill that pinned it.</summary>
    public required RunId PinnedBy { get; init; }

    /// <summary><see cref="FingerprintSeed.Algorithm"/> of the readings.</summary>
    public required string Algorithm { get; init; }

    public required long Seed { get; init; }

    public required InstanceIdentity Identity { get; init; }

    /// <summary>Every relation, in order of name.</summary>
    public required IReadOnlyList<RelationReading> Readings { get; init; }

    /// <summary>Lower-case hex SHA-256 of the certificate's canonical text, see <see cref="Digest"/>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The certificate of what a drill found.</summary>
    public static BirthCertificate Of(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var certificate = new BirthCertificate
        {
            CopyArn = findings.CopyArn,
            PinnedBy = findings.Drill,
            Algorithm = FingerprintSeed.Algorithm,
            Seed = findings.Seed,
            Identity = findings.Identity,
            Readings = [.. findings.Readings.OrderBy(static reading => reading.Name, RelationName.Order)],
            Sha256 = string.Empty,
        };
        return certificate with { Sha256 = certificate.Digest() };
    }

    /// <summary>
    /// SHA-256 over the copy, the formula, the cluster and one line per relation, in order of name: name parts in JSON, kind, outcome, rows
    /// and hash sum. Times are not part of it.
    /// </summary>
    public string Digest()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{CopyArn}\n{Algorithm}\n{Seed}\n{Identity.ServerVersionNumber}\n{Identity.SystemIdentifier}\n");
        return Sha256Of(text.Append(ReadingsText(Readings)));
    }

    /// <summary>The digest of readings alone, in order of name.</summary>
    public static string DigestOf(IEnumerable<RelationReading> readings) => Sha256Of(ReadingsText(readings));

    private static StringBuilder ReadingsText(IEnumerable<RelationReading> readings)
    {
        var text = new StringBuilder();
        foreach (var reading in readings.OrderBy(static reading => reading.Name, RelationName.Order))
        {
            var name = Json.CanonicalJson.Write(new[] { reading.Name.Database, reading.Name.Schema, reading.Name.Name });
            text.Append(CultureInfo.InvariantCulture, $"{name}\t{reading.Kind}\t{reading.Outcome}\t{reading.Rows}\t{reading.HashSum}\n");
        }

        return text;
    }

    private static string Sha256Of(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
}
