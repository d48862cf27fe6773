using System.Globalization;
namespace RestoreDrill.Core.Verdicts;

/// <summary>Whether the cluster that answers is the one that was copied.</summary>
internal static class IdentityChecks
{
    public const string ClusterId = "identity";

    /// <summary>The restored server runs the major version that the copy's facts name.</summary>
    public static CheckResult Version(Findings findings)
    {
        var expected = findings.Facts.EngineVersion.Split('.')[0];
        var found = findings.Identity.MajorVersion.ToString(CultureInfo.InvariantCulture);
        return new CheckResult
        {
            Id = "engine-version",
            Question = "Does the restored instance run the source's major version?",
            Outcome = expected == found ? CheckOutcome.Passed : CheckOutcome.Failed,
            Expected = $"PostgreSQL {expected}",
            Found = $"PostgreSQL {found}",
        };
    }

    /// <summary>The cluster's system identifier, where this user may read it; it is compared with the birth certificate's.</summary>
    public static CheckResult Cluster(Findings findings)
    {
        var pinned = findings.Certificate?.Identity.SystemIdentifier;
        var found = findings.Identity.SystemIdentifier;
        return new CheckResult
        {
            Id = ClusterId,
            MayBeUnavailable = true,
            Question = "Is this the cluster that was copied?",
            Outcome = found is null ? CheckOutcome.NotAvailable
                : pinned is null || pinned == found ? CheckOutcome.Passed
                : CheckOutcome.Failed,
            Expected = pinned is null ? "a system identifier, pinned by this drill" : $"system identifier {pinned}",
            Found = found is null
                ? $"not available ({findings.Identity.SystemIdentifierReason}); the copy's facts name {findings.Facts.SourceResourceId}"
                : $"system identifier {found}",
        };
    }
}
