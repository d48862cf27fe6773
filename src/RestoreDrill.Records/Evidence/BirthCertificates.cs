using Npgsql;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Evidence;

/// <summary>The pinned fingerprints of copies, one per copy, for good.</summary>
internal static class BirthCertificates
{
    /// <summary>Pins a certificate. Doing so again with the same one changes nothing (the answer to the first save may have been lost).</summary>
    /// <exception cref="InvalidOperationException">The copy has another certificate already.</exception>
    internal static async Task PinAsync(NpgsqlConnection connection, BirthCertificate certificate, CancellationToken cancellationToken)
    {
        var document = CertificateText.Write(certificate);
        var digest = StoredDocument.Digest(document);
        await using var insert = new NpgsqlCommand(
            """
            insert into restoredrill.birth_certificate (copy_arn, pinned_by, sha256, document, document_sha256)
            values (@copy, @run, @sha256, @document, @digest)
            on conflict (copy_arn) do nothing
            """,
            connection);
        insert.WithText("copy", certificate.CopyArn)
            .WithText("run", certificate.PinnedBy.Value)
            .WithText("sha256", certificate.Sha256)
            .WithText("document", document)
            .WithText("digest", digest);
        if (await insert.ExecuteNonQueryAsync(cancellationToken) == 1)
        {
            return;
        }

        await using var select = new NpgsqlCommand(
            "select pinned_by, document_sha256 from restoredrill.birth_certificate where copy_arn = @copy", connection);
        select.WithText("copy", certificate.CopyArn);
        var (pinnedBy, pinned) = (await select.ReadAllAsync(
            static row => (row.GetString(0), row.GetString(1)), cancellationToken)).Single();
        if (pinned != digest)
        {
            throw Refusal(certificate, pinnedBy);
        }
    }

    /// <summary>Why a second certificate of a copy is refused.</summary>
    internal static InvalidOperationException Refusal(BirthCertificate certificate, string pinnedBy) => new(
        $"The copy {certificate.CopyArn} has a birth certificate already, pinned by drill {pinnedBy}; a certificate is never replaced. "
        + $"Nothing of this step of drill {certificate.PinnedBy} was saved. A drill of this copy has to be compared with its certificate.");

    internal static async Task<BirthCertificate?> FindAsync(NpgsqlConnection connection, string copyArn, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select document, document_sha256 from restoredrill.birth_certificate where copy_arn = @copy", connection);
        command.WithText("copy", copyArn);
        var found = await command.ReadAllAsync(static row => (Document: row.GetString(0), Digest: row.GetString(1)), cancellationToken);
        if (found is not [var (document, digest)])
        {
            return null;
        }

        StoredDocument.RequireIntact(document, digest, $"the birth certificate of {copyArn}");
        return CertificateText.Read(document);
    }
}
