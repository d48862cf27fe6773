using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Databases</c>: the protected databases.</summary>
internal static class DatabasesSection
{
    public static IReadOnlyList<ProtectedDatabase> Read(Section root)
    {
        var databases = new List<ProtectedDatabase>();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var instances = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var sections = root.Sections("Databases");
        if (sections.Count == 0)
        {
            root.Findings.Add(root.KeyPath("Databases"), "lists no database; write at least one { \"Name\": ..., \"Instance\": ... }");
        }

        foreach (var section in sections)
        {
            var name = section.RequiredText("Name", Forms.Name(), "1 to 40 letters, digits, - and _, for example courses");
            var instance = section.RequiredText("Instance", Forms.InstanceIdentifier(), "the DB instance identifier in the source account, for example courses-prod");
            Once(section, "Name", name, names);
            Once(section, "Instance", instance, instances);
            var database = ReadOne(section, name ?? "", instance ?? "");
            section.RejectUnknown();
            databases.Add(database);
        }

        return databases;
    }

    private static void Once(Section section, string key, string? value, Dictionary<string, string> seen)
    {
        // RDS keeps identifiers in lower case, so two spellings of one name are one instance.
        if (value is not null && !seen.TryAdd(value, section.Path))
        {
            section.Findings.Add(section.KeyPath(key), $"'{value}' is listed twice, at {seen[value]} too; take one of them out");
        }
    }

    private static ProtectedDatabase ReadOne(Section section, string name, string instance)
    {
        var database = new ProtectedDatabase
        {
            Name = name,
            Instance = instance,
            ExpectRowsIn = section.Texts("ExpectRowsIn"),
            MayStayUnread = section.Texts("MayStayUnread"),
            MayShrink = section.Texts("MayShrink"),
            Reader = ReaderSection.Read(section.Child("Reader"), section.Has("Reader")),
            Chain = ChainSection.Read(section.Child("Chain"), section.Has("Chain")),
            Checks = ChecksSection.Read(section),
            Schedule = ScheduleSection.Read(section.Child("Schedule"), section.Has("Schedule")),
        };
        foreach (var table in database.MayStayUnread.Where(static table => table.Count(static letter => letter == '.') < 2))
        {
            section.Findings.Add(section.KeyPath("MayStayUnread"), $"'{table}' is not a table; write database.schema.table");
        }

        foreach (var table in database.MayShrink.Where(static table => table.Count(static letter => letter == '.') < 2 || table[..^1].Contains('*', StringComparison.Ordinal)))
        {
            section.Findings.Add(section.KeyPath("MayShrink"), $"'{table}' is not a table; write database.schema.table, or database.schema.prefix* for all whose name begins so");
        }

        return database with
        {
            MaximumCopyAge = section.Duration("MaximumCopyAge") ?? database.MaximumCopyAge,
            MaximumProofAge = section.Duration("MaximumProofAge") ?? database.MaximumProofAge,
            MaximumLoss = section.Share("MaximumLoss") ?? database.MaximumLoss,
            MinimumReadShare = section.Share("MinimumReadShare") ?? database.MinimumReadShare,
            MinimumProvenShare = section.Share("MinimumProvenShare") ?? database.MinimumProvenShare,
        };
    }
}
