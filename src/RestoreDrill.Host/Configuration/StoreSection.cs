using Npgsql;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Store</c>: RestoreDrill's own PostgreSQL database.</summary>
internal static class StoreSection
{
    private const string Example = "Host=...;Database=restoredrill;Username=...;Password=...";

    public static StoreConnection? Read(Section section)
    {
        var inline = section.Text("ConnectionString");
        var file = section.Text("ConnectionStringFile");
        section.RejectUnknown();
        StoreConnection? connection = null;
        if (inline is not null && file is not null)
        {
            section.Findings.Add(section.Path, "has both ConnectionString and ConnectionStringFile; write one of them");
        }
        else if (inline is not null)
        {
            connection = Parse(section, "ConnectionString", inline);
        }
        else if (file is null)
        {
            section.Findings.Add(section.Path, $"names no store; write ConnectionStringFile (a file that holds {Example}) or ConnectionString");
        }
        else if (section.Files.Read(section, "ConnectionStringFile", file) is { } text)
        {
            connection = Parse(section, "ConnectionStringFile", text.Trim());
        }

        return connection;
    }

    private static StoreConnection? Parse(Section section, string key, string text)
    {
        // Npgsql's message may quote the text, and the text may hold a password: only our own words are told.
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(text);
            if (builder.Host is { Length: > 0 } host && builder.Database is { Length: > 0 } database)
            {
                builder.ApplicationName ??= "restoredrill";
                return new StoreConnection(builder.ConnectionString, $"{host}:{builder.Port}/{database}");
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            section.Findings.Add(section.KeyPath(key), $"is not a PostgreSQL connection string as Npgsql writes it; write {Example}");
            return null;
        }

        section.Findings.Add(section.KeyPath(key), $"names no host or no database; write {Example}");
        return null;
    }
}
