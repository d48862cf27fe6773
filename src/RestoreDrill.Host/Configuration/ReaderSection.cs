using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Reader</c> of a database: the read-only login with which copy runs read the source.</summary>
internal static class ReaderSection
{
    /// <summary>About 1 GB of counts and sums.</summary>
    public const int MostGroups = 100_000_000;

    /// <summary>Of a server that others use; RDS's default limit begins at some hundred connections.</summary>
    private const int MostConnections = 64;

    /// <summary>A statement is ended after ten times as long, and as long as it lasts, VACUUM removes nothing.</summary>
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(5);

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
            ReplicaPort = section.Whole("ReplicaPort", 1, 65535) ?? unset.ReplicaPort,
            Connections = section.Whole("Connections", 1, MostConnections) ?? unset.Connections,
            DutyCycle = section.ShareAboveZero("DutyCycle") ?? unset.DutyCycle,
            Statement = section.Duration("Statement", LongestStatement) ?? unset.Statement,
            LockWait = section.Duration("LockWait") ?? unset.LockWait,
            Budget = section.Duration("Budget") ?? unset.Budget,
            Groups = section.Whole("Groups", 1000, MostGroups) ?? unset.Groups,
        };
        if (reader.ReplicaHost is null && section.Text("ReplicaPort") is not null)
        {
            section.Findings.Add(section.KeyPath("ReplicaPort"), "is written without ReplicaHost; write the replica's endpoint there, or leave ReplicaPort out");
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
        section.RequiredText(key, what) is { } file ? section.Files.OfService(section, key, file) : null;
}
