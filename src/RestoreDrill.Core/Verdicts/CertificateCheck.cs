using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Verdicts;

/// <summary>Whether the copy holds exactly what its first good drill found.</summary>
internal static class CertificateCheck
{
    public const string Id = "birth-certificate";

    private const int NamedAtMost = 10;

    public static CheckResult Ask(Findings findings, BirthCertificate? pin)
    {
        var check = new CheckResult
        {
            Id = Id,
            Question = "Is the copy unchanged since its first drill?",
            Outcome = CheckOutcome.Passed,
            Expected = "this is the first good drill: what it finds is pinned",
            Found = pin is null ? string.Empty : $"{pin.Readings.Count} relations pinned, digest {pin.Sha256}",
        };
        if (findings.Certificate is not { } certificate)
        {
            return pin is not null
                ? check
                : check with
                {
                    Outcome = CheckOutcome.NotAvailable,
                    Expected = "a birth certificate, or a first drill in which all else passes",
                    Found = "neither: nothing was pinned",
                };
        }

        check = check with { Expected = $"every relation as pinned by drill {certificate.PinnedBy}" };
        if (certificate.Digest() != certificate.Sha256)
        {
            return check with { Outcome = CheckOutcome.Failed, Found = "the stored birth certificate does not give its own digest: the record was changed" };
        }

        if (certificate.CopyArn != findings.CopyArn)
        {
            return check with { Outcome = CheckOutcome.Failed, Found = $"the birth certificate of another copy, {certificate.CopyArn}: the record was changed" };
        }

        if (certificate.Algorithm != FingerprintSeed.Algorithm
            || certificate.Seed != findings.Seed
            || certificate.Identity.MajorVersion != findings.Identity.MajorVersion)
        {
            return check with
            {
                Outcome = CheckOutcome.NotAvailable,
                Found = $"readings by {FingerprintSeed.Algorithm} on PostgreSQL {findings.Identity.MajorVersion}, which cannot be compared with "
                    + $"{certificate.Algorithm} on PostgreSQL {certificate.Identity.MajorVersion}",
            };
        }

        return Compare(check, certificate, findings);
    }

    private static CheckResult Compare(CheckResult check, BirthCertificate certificate, Findings findings)
    {
        var pinned = certificate.Readings.ToDictionary(static reading => reading.Name);
        var found = findings.Readings.ToDictionary(static reading => reading.Name);
        var differing = new List<string>();
        var unread = new List<string>();
        foreach (var name in pinned.Keys.Union(found.Keys).Order(RelationName.Order))
        {
            switch (pinned.GetValueOrDefault(name), found.GetValueOrDefault(name))
            {
                case ({ } before, null):
                    differing.Add(FormattableString.Invariant($"{name} has vanished ({before.Rows:N0} rows)"));
                    break;
                case (null, { } now):
                    differing.Add(FormattableString.Invariant($"{name} was not there before ({now.Rows:N0} rows)"));
                    break;
                case ({ Outcome: ReadingOutcome.Read } before, { Outcome: ReadingOutcome.Read } now):
                    if (before.Kind != now.Kind)
                    {
                        differing.Add($"{name} is of kind {now.Kind}, not {before.Kind}");
                    }
                    else if (before.Rows != now.Rows)
                    {
                        differing.Add(FormattableString.Invariant($"{name} has {now.Rows:N0} rows, not {before.Rows:N0}"));
                    }
                    else if (before.HashSum != now.HashSum)
                    {
                        differing.Add(FormattableString.Invariant($"{name} has as many rows ({now.Rows:N0}), but not the same"));
                    }

                    break;
                case ({ Outcome: ReadingOutcome.Read }, { } now):
                    unread.Add($"{name} ({now.Reason})");
                    break;
                default:
                    // Not read by the first drill either: there is nothing to compare with.
                    break;
            }
        }

        if (differing.Count > 0)
        {
            return check with { Outcome = CheckOutcome.Failed, Found = List(differing) };
        }

        return unread.Count > 0
            ? check with { Outcome = CheckOutcome.NotAvailable, Found = $"could not be read this time: {List(unread)}" }
            : check with { Found = $"{found.Count} relations, all equal; digest {certificate.Sha256}" };
    }

    private static string List(List<string> items) =>
        string.Join("; ", items.Take(NamedAtMost)) + (items.Count > NamedAtMost ? $"; and {items.Count - NamedAtMost} more" : string.Empty);
}
