using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

public sealed class BirthCertificateTests
{
    private static readonly BirthCertificate Certificate = BirthCertificate.Of(Found.Good);

    private static readonly Dictionary<string, Func<BirthCertificate, BirthCertificate>> Changes = new()
    {
        ["copy"] = static it => it with { CopyArn = it.CopyArn + "2" },
        ["formula"] = static it => it with { Algorithm = "image-hash-2" },
        ["seed"] = static it => it with { Seed = it.Seed + 1 },
        ["server version"] = static it => it with { Identity = it.Identity with { ServerVersionNumber = 150019 } },
        ["system identifier"] = static it => it with { Identity = it.Identity with { SystemIdentifier = "7302" } },
        ["no system identifier"] = static it => it with { Identity = it.Identity with { SystemIdentifier = null } },
        ["relation's database"] = static it => First(it, static reading => reading with { Name = reading.Name with { Database = "x" } }),
        ["relation's schema"] = static it => First(it, static reading => reading with { Name = reading.Name with { Schema = "x" } }),
        ["relation's name"] = static it => First(it, static reading => reading with { Name = reading.Name with { Name = "x" } }),
        ["relation's kind"] = static it => First(it, static reading => reading with { Kind = RelationKind.Partition }),
        ["relation's outcome"] = static it => First(it, static reading => reading with { Outcome = ReadingOutcome.NotJudged }),
        ["relation's rows"] = static it => First(it, static reading => reading with { Rows = reading.Rows + 1 }),
        ["relation's hash sum"] = static it => First(it, static reading => reading with { HashSum = -reading.HashSum }),
        ["relation without a hash sum"] = static it => First(it, static reading => reading with { HashSum = null }),
        ["one relation less"] = static it => it with { Readings = [.. it.Readings.Skip(1)] },
        ["one relation more"] = static it => it with { Readings = [.. it.Readings, Sample.Reading("x", 0)] },
        ["one relation twice"] = static it => it with { Readings = [.. it.Readings, it.Readings[0]] },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Digest_changes_with_everything_that_matters(string what) =>
        Assert.NotEqual(Certificate.Digest(), Changes[what](Certificate).Digest());

    [Fact]
    public void Digest_does_not_depend_on_the_order_of_reading_nor_on_times()
    {
        var random = new Random(3);
        var readings = Certificate.Readings.Select(static (reading, i) => reading with { Took = TimeSpan.FromSeconds(i + 1) }).ToArray();
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(readings);

            Assert.Equal(Certificate.Digest(), (Certificate with { Readings = [.. readings] }).Digest());
            Assert.Equal(Certificate.Sha256, BirthCertificate.Of(Found.Good with { Readings = [.. readings] }).Sha256);
            Assert.Equal(BirthCertificate.DigestOf(Certificate.Readings), BirthCertificate.DigestOf(readings));
        }
    }

    [Fact]
    public void Digest_does_not_depend_on_who_pinned_it() =>
        Assert.Equal(Certificate.Digest(), (Certificate with { PinnedBy = RunId.Parse("d00000000000") }).Digest());

    // Golden: a certificate pinned years ago must still give its own digest. A change needs another formula name, not another constant.
    [Fact]
    public void Digest_stays_what_it_was() => Assert.Equal("7f921b36571f777a21821df51021c8ae6deee259bbb1aec9b7a88b0b151b59ff", Certificate.Digest());

    [Fact]
    public void Names_cannot_forge_the_text_of_other_relations()
    {
        var honest = Of(Sample.Reading("a", 1), Sample.Reading("b", 2));
        var line = $"\"]\tTable\tRead\t1\t{long.MaxValue}\n[\"courses\",\"public\",\"b";
        string[] names = ["a" + line, $"a\"]{line}", "a\nb", "a\tb", "a\\", "a\\n", "a\"", "a\",\"b", "a\u0000b", "a\u2028b"];

        var digests = names.Select(static name => Of(Sample.Reading(name, 2)).Digest()).Append(honest.Digest()).ToList();

        Assert.Equal(digests.Count, digests.Distinct().Count());
    }

    [Fact]
    public void Parts_of_a_name_are_told_apart()
    {
        string[][] parts = [["a", "b.c", "d"], ["a.b", "c", "d"], ["a", "b", "c.d"], ["a\",\"b", "c", "d"], ["a", "b\",\"c", "d"]];

        var digests = parts.Select(static part => Of(Sample.Reading("x", 1) with { Name = new RelationName(part[0], part[1], part[2]) }).Digest()).ToList();

        Assert.Equal(digests.Count, digests.Distinct().Count());
    }

    [Fact]
    public void Seed_follows_from_the_source_alone()
    {
        Assert.Equal(FingerprintSeed.Of(Sample.ResourceId), Certificate.Seed);
        Assert.NotEqual(FingerprintSeed.Of(Sample.ResourceId), FingerprintSeed.Of("db-OTHER"));
        Assert.Equal(8220476366646994213, FingerprintSeed.Of(Sample.ResourceId));
    }

    private static BirthCertificate Of(params RelationReading[] readings) => BirthCertificate.Of(Found.Good with { Readings = readings });

    private static BirthCertificate First(BirthCertificate certificate, Func<RelationReading, RelationReading> change) =>
        certificate with { Readings = [change(certificate.Readings[0]), .. certificate.Readings.Skip(1)] };
}
