using System.Numerics;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Facts;

public sealed class CertificateFactTests
{
    [Fact]
    public void Birth_certificate_comes_back_from_its_fact_with_every_hash_sum()
    {
        var certificate = Certificate(BigInteger.Pow(7, 60), -BigInteger.Pow(3, 100), BigInteger.Zero, null);

        var read = CanonicalJson.Read<BirthCertificate>(FactSamples.Objects.Of(certificate).Document);

        Assert.Equal(certificate.Readings, read.Readings);
        Assert.Equal((certificate.Sha256, certificate.Digest()), (read.Sha256, read.Digest()));
        Assert.Contains("\"hashSum\":\"-515377520732011331036461129765621272702107522001\"", FactSamples.Objects.Of(certificate).Document, StringComparison.Ordinal);
    }

    private static BirthCertificate Certificate(params BigInteger?[] sums)
    {
        var certificate = new BirthCertificate
        {
            CopyArn = "arn:copy",
            PinnedBy = Sample.Drill,
            Algorithm = FingerprintSeed.Algorithm,
            Seed = 7,
            Identity = new InstanceIdentity(150018, "7000000000000000001", null),
            Readings =
            [
                .. sums.Select(static (sum, i) => new RelationReading
                {
                    Name = new RelationName("courses", "public", $"t{i}"),
                    Kind = RelationKind.Table,
                    Outcome = sum is null ? ReadingOutcome.NotJudged : ReadingOutcome.Read,
                    Rows = 5,
                    HashSum = sum,
                }),
            ],
            Sha256 = string.Empty,
        };
        return certificate with { Sha256 = certificate.Digest() };
    }
}
