using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Facts;

/// <summary>
/// What the bucket of facts holds of a copy whose copy run our records do not know: they were lost, and begin after it. What was found out of such a copy lies in the bucket alone, where nobody
/// but RestoreDrill's roles can have put it, and nobody can have taken it away.
/// </summary>
/// <param name="options">The configuration; without a bucket of facts nothing is known.</param>
/// <param name="facts">The bucket; asked only where it is configured, and for copies that our records do not know.</param>
/// <param name="records">Our records.</param>
public sealed class KeptProof(InstallationOptions options, Func<IFactStore> facts, IRunStore records)
{
    /// <summary>What is known of the copy; null: our records know its copy run, and answer for it, or there is no bucket.</summary>
    /// <param name="database">The protected database.</param>
    /// <param name="copy">The copy's name.</param>
    /// <param name="carried">What the copy was made of by its tags.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <exception cref="Cloud.CloudException">The bucket did not answer, or refused the list.</exception>
    /// <exception cref="StepFailedException">Not all of it can be read, or it is about another copy: what it would say is not known.</exception>
    public async Task<KnownOfCopy?> OfAsync(string database, string copy, CopyFacts carried, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(carried);
        if (options.Facts is not { } wanted || await records.FindAsync(carried.Run, cancellationToken).ConfigureAwait(false) is not null)
        {
            return null;
        }

        var record = await new FactReader(facts(), wanted).ReadAsync(options.Installation, database, copy, cancellationToken).ConfigureAwait(false);
        if (record.Problems.FirstOrDefault(static problem => problem.HidesFact) is { } problem)
        {
            throw new StepFailedException($"Our records know no copy run {carried.Run}, and what the bucket of facts holds of copy {copy} cannot be read: {problem}. Next: runbooks/facts-not-kept.md.");
        }

        return CopyIdentity.MadeOf(record) is { } made && made != carried
            ? throw new StepFailedException($"Copy {copy} carries other tags than it was made with by the bucket of facts: it is another one, or its tags were changed. Next: runbooks/facts-not-kept.md.", blamesTheCopy: true)
            : new KnownOfCopy(record);
    }
}
