using System.Text;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Listing;

/// <summary>The databases of an instance.</summary>
internal static class DatabaseList
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static async Task<List<FoundDatabase>> AskAsync(Session session, CancellationToken ct)
    {
        // Names of databases and roles are bytes without an encoding: each was written in that of the database somebody happened to be in.
        var found = await session.RowsAsync(
            "listing databases",
            """
            SELECT namesend(d.datname), namesend(r.rolname), d.datallowconn, has_database_privilege(d.oid, 'CONNECT')
            FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
            """,
            static row => new FoundDatabase(Text(row.GetFieldValue<byte[]>(0)), Text(row.GetFieldValue<byte[]>(1)), row.GetBoolean(2), row.GetBoolean(3)),
            ct);
        return [.. found.OrderBy(static d => d.Name, StringComparer.Ordinal)];
    }

    private static string Text(byte[] name)
    {
        try
        {
            return StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(name);
        }
    }
}
