using RestoreDrill.Core.Facts;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Facts</c>: the Object-Lock bucket of the vault account that what is known of copies is put into. Without it, that lies in our own store alone.</summary>
internal static class FactsSection
{
    private const int DefaultRetentionDays = 400;

    /// <summary>About 100 years (S3 API reference, DefaultRetention and PutObjectRetention, "maximum retention period").</summary>
    private const int MostDays = 36500;

    /// <param name="section">The section.</param>
    /// <param name="vaultAccount">The account that the bucket has to belong to.</param>
    /// <param name="copyDays">How long copies are kept, which facts have to outlive; null: not known.</param>
    /// <returns>Null where no bucket is named, and after a finding.</returns>
    public static FactStoreOptions? Read(Section section, string? vaultAccount, int? copyDays)
    {
        var bucket = section.Text("Bucket");
        var days = section.Whole("RetentionDays", 1, MostDays);
        section.RejectUnknown();
        if (bucket is null)
        {
            if (days is not null)
            {
                section.Findings.Add(section.KeyPath("Bucket"), "is missing; write the bucket's name, or leave the section out");
            }

            return null;
        }

        if (!Forms.Bucket().IsMatch(bucket))
        {
            section.Findings.Add(section.KeyPath("Bucket"), $"'{bucket}' cannot be used; write 3 to 63 lower-case letters, digits or hyphens, not an ARN");
            return null;
        }

        if (copyDays > (days ?? DefaultRetentionDays))
        {
            section.Findings.Add(
                section.KeyPath("RetentionDays"), $"is {days ?? DefaultRetentionDays}, and copies stay {copyDays} days (Backup:RetentionDays): a copy would outlive the proof of it; write {copyDays} or more");
            return null;
        }

        return vaultAccount is null ? null : new FactStoreOptions { Bucket = bucket, Owner = vaultAccount, Retention = TimeSpan.FromDays(days ?? DefaultRetentionDays) };
    }
}
