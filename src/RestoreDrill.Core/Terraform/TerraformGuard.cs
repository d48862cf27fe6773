namespace RestoreDrill.Core.Terraform;

/// <summary>
/// Judges Terraform's states and plans before they are applied. It sees what it is handed: <c>terraform destroy</c> run directly leaves no plan to judge. What cannot be
/// read to its end, or is of a form that is not known, is refused.
/// </summary>
public sealed class TerraformGuard(GuardOptions options)
{
    /// <summary>Judges a document, in memory that does not grow with it: with its largest resource, and with the number of its protected ones.</summary>
    /// <param name="document">The document, UTF-8.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was found; a document that cannot be judged is a reading with a refusal.</returns>
    public async Task<GuardReading> ReadAsync(Stream document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var judge = new GuardJudge(options);
        try
        {
            var subject = await new TerraformReader(new JsonFeed(document), judge).ReadAsync(cancellationToken).ConfigureAwait(false);
            return judge.Conclude(subject, null);
        }
        catch (TerraformDocumentException e)
        {
            return judge.Conclude(new TerraformSubject(), e);
        }
        catch (IOException e)
        {
            return judge.Conclude(new TerraformSubject(), new TerraformDocumentException(GuardRules.Unreadable, $"The document could not be read to its end: {Printable.Of(e.Message)}", e));
        }
    }
}
