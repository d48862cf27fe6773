using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Tests.Contract;
using RestoreDrill.Records.Tests.Evidence;

namespace RestoreDrill.Records.Tests.Journal;

public sealed class KnownOfCopyTests : JournalTest
{
    private const string Copy = "rd-copy-acme-c00000000001";

    private static readonly RunId CopyRun = RunId.Parse("c00000000001");
    private static readonly InstallationId Acme = InstallationId.Parse("acme");
    private static readonly CopyFactObjects Objects = new(Acme, "courses", Copy);

    [Fact]
    public async Task Birth_certificate_of_the_bucket_is_the_copy_s_and_is_never_replaced()
    {
        var certificate = Certificate(RunId.Parse("d00000000001"));
        using var journal = Create(Known(Objects.Of(certificate)));

        Assert.Equal(CertificateText.Write(certificate), CertificateText.Write((await journal.FindBirthCertificateAsync(FullSteps.CopyArn, Ct))!));
        Assert.Null(await journal.FindBirthCertificateAsync("arn:another", Ct));
        Assert.Equal(["курсы"], await journal.DatabasesKnownToHoldRowsAsync("courses", Ct));
        Assert.Empty(await journal.DatabasesKnownToHoldRowsAsync("billing", Ct));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SaveAsync(journal, Step("p") with { Pin = Certificate(Id) }));
        Assert.Contains("pinned by drill d00000000001", refused.Message, StringComparison.Ordinal);
        Assert.Equal("first", journal.Run.Phase);
    }

    [Fact]
    public async Task Birth_certificate_that_does_not_give_its_own_digest_is_not_believed()
    {
        var forged = Certificate(RunId.Parse("d00000000001")) with { Seed = 8 };
        using var journal = Create(Known(Objects.Of(forged)));

        await Assert.ThrowsAsync<InvalidDataException>(() => journal.FindBirthCertificateAsync(FullSteps.CopyArn, Ct));
    }

    [Fact]
    public async Task Manifest_is_the_one_that_the_copy_s_tag_names()
    {
        var (one, other) = (Objects.OfManifest(CopyRun, """{"a":1}"""), Objects.OfManifest(CopyRun, """{"a":2}"""));
        using var journal = Create(Known(one, other));

        foreach (var fact in new[] { one, other })
        {
            await SaveAsync(journal, Step("p") with { State = $$"""{"manifestSha256":"{{fact.Key.Sha256}}"}""" });
            Assert.Equal((fact.Document, fact.Key.Sha256), await journal.FindManifestAsync(CopyRun, Ct));
        }
    }

    [Fact]
    public async Task Nothing_is_known_of_a_copy_without_facts()
    {
        using var journal = Create();

        Assert.Null(await journal.FindManifestAsync(CopyRun, Ct));
        Assert.Null(await journal.FindBirthCertificateAsync(FullSteps.CopyArn, Ct));
        Assert.Empty(await journal.RevocationsAsync("courses", Ct));
        Assert.Empty(await journal.DatabasesKnownToHoldRowsAsync("courses", Ct));
        Assert.Empty(await journal.OldRowsAsync(CopyRun, Ct));
    }

    [Fact]
    public async Task Revocation_in_the_bucket_is_told_and_one_that_cannot_be_read_is_not_passed_over()
    {
        var fact = Objects.Of(Revocation());
        using (var journal = Create(Known(fact)))
        {
            Assert.Equal(Revocation().ToString(), Assert.Single(await journal.RevocationsAsync("courses", Ct)).ToString());
            Assert.Empty(await journal.RevocationsAsync("billing", Ct));
        }

        File.Delete(Path);
        using var unreadable = Create(Known(FactObject.Of(Acme, "courses", Copy, FactKind.Revocation, DateTimeOffset.UnixEpoch.AddYears(57), "{}")));
        await Assert.ThrowsAsync<InvalidDataException>(() => unreadable.RevocationsAsync("courses", Ct));
    }

    private static CopyRecord Known(params FactObject[] facts) => new([.. facts.Select(static fact => new KeptFact(fact, fact.Key.Time))], []);

    private static BirthCertificate Certificate(RunId pinnedBy)
    {
        var certificate = Certificates.Of(FullSteps.CopyArn, pinnedBy);
        certificate = certificate with { Readings = [.. certificate.Readings.OrderBy(static reading => reading.Name, RelationName.Order)] };
        return certificate with { Sha256 = certificate.Digest() };
    }

    private static Revocation Revocation() => new()
    {
        Database = "courses",
        CopyName = Copy,
        CopyArn = FullSteps.CopyArn,
        Drill = RunId.Parse("d00000000001"),
        FoundBy = RunId.Parse("d00000000002"),
        LaterCopy = "later",
        EarlierCopy = "earlier",
        Places = ["public.students, block 17"],
        RecordedAt = DateTimeOffset.UnixEpoch.AddYears(57),
    };
}
