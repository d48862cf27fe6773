using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Reader</c> of a database: the read-only login with which copy runs read the source.</summary>
internal static class ReaderSection
{
    public static SourceReaderOptions? Read(Section section, bool isThere)
    {
        if (!isThere)
        {
            return null;
        }

        var user = section.RequiredText("User", "a login of the source that may only read, never the master user");
        var byIam = section.Flag("Iam");
        var password = byIam ? null : FileOf(section, "PasswordFile", "the file that holds the login's password, or Iam: true for a login without one");
        if (byIam && section.Text("PasswordFile") is not null)
        {
            section.Findings.Add(section.KeyPath("PasswordFile"), "is written beside Iam; leave one of them out: an instance takes no password of a login that has rds_iam");
        }

        var certificate = FileOf(section, "RootCertificate", "the PEM file of the authority that signs RDS's certificates in the source's region");
        var unset = new SourceReaderOptions { User = user ?? "", PasswordFile = password, RootCertificate = certificate ?? "" };
        var reader = unset with
        {
            Reads = ReadReads(section),
            ReplicaHost = section.Text("ReplicaHost"),
            ReplicaPort = section.Whole("ReplicaPort", 1) ?? unset.ReplicaPort,
            Connections = section.Whole("Connections", 1) ?? unset.Connections,
            DutyCycle = section.Share("DutyCycle") ?? unset.DutyCycle,
            Statement = section.Duration("Statement") ?? unset.Statement,
            LockWait = section.Duration("LockWait") ?? unset.LockWait,
            Budget = section.Duration("Budget") ?? unset.Budget,
            Groups = section.Whole("Groups", 1000) ?? unset.Groups,
        };
        if (reader.DutyCycle <= 0)
        {
            section.Findings.Add(section.KeyPath("DutyCycle"), "is 0, so that nothing would ever be read; write a share above 0, for example 0.5");
        }

        section.RejectUnknown();
        return user is null || (password is null && !byIam) || certificate is null ? null : reader;
    }

    private static SourceReading ReadReads(Section section)
    {
        switch (section.Text("Reads"))
        {
            case null or nameof(SourceReading.Catalog):
                return SourceReading.Catalog;
            case nameof(SourceReading.OldRows):
                return SourceReading.OldRows;
            case nameof(SourceReading.OldRowsTwice):
                return SourceReading.OldRowsTwice;
            default:
                section.Findings.Add(section.KeyPath("Reads"), "is not a way to read a source; write Catalog, OldRows or OldRowsTwice");
                return SourceReading.Catalog;
        }
    }

    private static string? FileOf(Section section, string key, string what) =>
        section.RequiredText(key, what) is { } file && section.Files.Read(section, key, file) is not null ? section.Files.Resolve(file) : null;
}
