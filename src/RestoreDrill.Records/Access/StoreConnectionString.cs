using Npgsql;

namespace RestoreDrill.Records.Access;

/// <summary>What a connection to the store needs beyond what the configuration says.</summary>
internal static class StoreConnectionString
{
    private static readonly (string Keyword, object Value)[] Defaults =
    [
        ("Application Name", "restoredrill"),
        ("Command Timeout", 30),
        ("Keepalive", 30),

        // Npgsql's own probe works between commands only; this one notices a server that vanished during one.
        ("Tcp Keepalive", true),
    ];

    internal static string Complete(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        foreach (var (keyword, value) in Defaults)
        {
            // ContainsKey knows every keyword; ShouldSerialize only those that were given.
            if (!settings.ShouldSerialize(keyword))
            {
                settings[keyword] = value;
            }
        }

        return settings.ConnectionString;
    }
}
