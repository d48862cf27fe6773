using RestoreDrill.Core.Facts;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether what is known of copies can go where it survives our own store.</summary>
internal static class FactStoreChecks
{
    private const string Name = "fact-store";

    public static async Task<LiveCheck> RunAsync(Configured configured, Ports ports, RoleChecks roles, CancellationToken cancellationToken)
    {
        if (configured.Installation.Facts is not { } facts)
        {
            return LiveCheck.Warning(Name, "no bucket is configured: verdicts, manifests and birth certificates lie in the store alone", "Name a bucket in RestoreDrill:Facts:Bucket and have `restoredrill isolation apply` make it.");
        }

        return !roles.VaultAnswers ? LiveCheck.NotChecked(Name, "the vault role does not answer") : await LiveChecks.AskAsync(
            Name,
            "Have `restoredrill isolation apply` make the bucket, or correct RestoreDrill:Facts:Bucket.",
            async () =>
            {
                var wrong = FactStoreRules.Judge(await ports.FactsOfCopies.ExamineAsync(cancellationToken), facts, configured.Installation.Installation);
                if (wrong.Count > 0)
                {
                    return LiveCheck.Problem(Name, string.Join(" ", wrong), "Runs end with a defect until that is right: runbooks/facts-not-kept.md.");
                }

                // What is put stays for its retention, so nothing is put to try it; a role that may not even list would show only at the end of a drill.
                foreach (var store in roles.DrillAnswers ? [ports.FactsOfCopies, ports.FactsOfDrills] : (IFactStore[])[ports.FactsOfCopies])
                {
                    await store.ListVersionsAsync(FactKey.PrefixOf(configured.Installation.Installation, "config-check"), cancellationToken);
                }

                return LiveCheck.Ok(Name, $"bucket {facts.Bucket} has Object Lock and can be listed; facts are kept {facts.Retention!.Value.Days} days");
            });
    }
}
