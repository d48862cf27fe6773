using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>Sees to it that a copy carries what is known of it as tags.</summary>
internal sealed class FactTags(InstallationOptions options, IVaultAccount vault)
{
    /// <summary>The step to save after tagging what was missing; null: the copy carries everything.</summary>
    /// <exception cref="StepFailedException">It is a copy of something else.</exception>
    public async Task<StepResult?> MissingAsync(Step<CopyState> step, CloudSnapshot copy, CancellationToken cancellationToken)
    {
        var facts = step.State.Facts!;
        if (copy.OriginalCreateTime is { } original && original != facts.SnapshotTime)
        {
            throw new StepFailedException(
                $"Copy {copy.Name} says its data is of {original:O}, the snapshot it was made from said {facts.SnapshotTime:O}: it is a copy of something else.");
        }

        var problem = CopyFacts.TryRead(copy.Tags, out var read);
        if (problem is not null || read != facts)
        {
            await vault.TagAsync(copy.Arn, facts.ToTags(), cancellationToken).ConfigureAwait(false);
            return step.Again(options.Timing.Poll, $"copy {copy.Name} did not carry its facts ({problem ?? "they differ"}); they are tagged");
        }

        if (step.State.Reading?.ManifestSha256 is { } manifest && copy.Tags.GetValueOrDefault(TagNames.ManifestDigest) != manifest)
        {
            await vault.TagAsync(copy.Arn, new Dictionary<string, string> { [TagNames.ManifestDigest] = manifest }, cancellationToken).ConfigureAwait(false);
            return step.Again(step.State, null, $"copy {copy.Name} is tagged with the digest of its source's manifest");
        }

        return null;
    }
}
