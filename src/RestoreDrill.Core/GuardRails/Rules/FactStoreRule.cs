using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class FactStoreRule(InstallationOptions installation, IFactStore? store) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.FactStore;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (installation.Facts is not { } options || store is null)
        {
            return GuardRailAnswer.Broken(Rail, "no bucket is configured (RestoreDrill:Facts): verdicts, manifests and birth certificates lie in our own records alone");
        }

        var findings = await store.ExamineAsync(cancellationToken).ConfigureAwait(false);
        var wrong = FactStoreRules.Judge(findings with { NotCheckable = [] }, options, installation.Installation);
        return wrong.Count == 0 && findings.NotCheckable.Count > 0
            ? GuardRailAnswer.NotCheckable(Rail, string.Join("; ", findings.NotCheckable))
            : GuardRailAnswer.Judge(Rail, wrong, $"{store.Name} has Object Lock and blocks public access");
    }
}
