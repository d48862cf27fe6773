using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>What one run has saved of its source or copy; no old rows.</summary>
internal sealed class InMemoryManifest
{
    private readonly List<ManifestPart> _parts = [];

    public string? Text { get; private set; }

    public void Add(RunChange change)
    {
        _parts.AddRange(change.Parts);
        Text ??= change.Manifest;
    }

    public IReadOnlyList<ManifestPart> Parts(ManifestSubject subject) =>
        [.. _parts.Where(part => part.Subject == subject).OrderBy(static part => part.Moment).ThenBy(static part => part.Database, StringComparer.Ordinal)];
}
