using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Evidence;

public sealed class BirthCertificateTests(StoreServer server) : StoreTest(server)
{
    private const string Arn = "arn:aws:rds:eu-central-1:222222222222:snapshot:rd-copy-acme-c0000000000a";

    [Fact]
    public async Task Pinned_certificate_comes_back_in_every_field()
    {
        var lease = await OpenLeasedAsync();
        var certificate = Certificates.Of(Arn, lease.Run.Id);

        await Store.SaveAsync(lease, Step() with { Pin = certificate }, Ct);

        AssertEqual(certificate, await Store.FindBirthCertificateAsync(Arn, Ct));
        Assert.Null(await Store.FindBirthCertificateAsync("arn:unknown", Ct));
    }

    [Fact]
    public async Task Pin_of_the_same_certificate_again_changes_nothing()
    {
        var lease = await OpenLeasedAsync();
        var certificate = Certificates.Of(Arn, lease.Run.Id);
        await Store.SaveAsync(lease, Step() with { Pin = certificate }, Ct);

        await Store.SaveAsync(lease, Step("second") with { Pin = certificate }, Ct);

        AssertEqual(certificate, await Store.FindBirthCertificateAsync(Arn, Ct));
    }

    [Fact]
    public async Task Pin_by_another_drill_is_refused_and_the_first_stands()
    {
        var lease = await OpenLeasedAsync();
        var certificate = Certificates.Of(Arn, lease.Run.Id);
        await Store.SaveAsync(lease, Step(conclusion: new RunConclusion(RunOutcome.Pass, "Restores.")) with { Pin = certificate }, Ct);
        var next = await OpenLeasedAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Store.SaveAsync(next, Step() with { Pin = Certificates.Of(Arn, next.Run.Id) }, Ct));

        AssertEqual(certificate, await Store.FindBirthCertificateAsync(Arn, Ct));
    }

    [Fact]
    public void Text_of_equal_certificates_is_equal_whatever_order_they_were_read_in()
    {
        var certificate = Certificates.Of(Arn, NewRun().Id);

        var text = CertificateText.Write(certificate with { Readings = [.. certificate.Readings.Reverse()] });

        Assert.Equal(CertificateText.Write(certificate), text);
        Assert.Contains("\"курсы\"", text, StringComparison.Ordinal);
        Assert.Contains($"\"-{Certificates.Huge}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_edited_behind_the_triggers_is_not_believed()
    {
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(lease, Step() with { Pin = Certificates.Of(Arn, lease.Run.Id) }, Ct);
        await SqlAsync("""
            alter table restoredrill.birth_certificate disable trigger user, drop constraint birth_certificate_document_intact;
            update restoredrill.birth_certificate set document = replace(document, '"rows":0', '"rows":1');
            """);

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.FindBirthCertificateAsync(Arn, Ct));
    }

    private static void AssertEqual(BirthCertificate expected, BirthCertificate? found)
    {
        Assert.NotNull(found);
        Assert.Equal(expected.Readings.OrderBy(static reading => reading.Name, RelationName.Order), found.Readings);
        Assert.Equal(expected, found with { Readings = expected.Readings });
    }
}
