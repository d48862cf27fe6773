using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether what the configuration names is in the source.</summary>
internal static class NamesInSource
{
    /// <returns>What is not; nothing where all is.</returns>
    public static IEnumerable<LiveCheck> Judge(ProtectedDatabase database, SourceAccess access)
    {
        var unknown = database.ExpectRowsIn
            .Where(name => !access.Databases.Contains(name) && !access.Refused.Any(refused => refused.StartsWith($"{name} (", StringComparison.Ordinal))).ToList();
        if (unknown.Count > 0)
        {
            yield return LiveCheck.Problem(
                $"ExpectRowsIn {database.Name}",
                $"no such database on {database.Instance}, or none that takes connections: {string.Join(", ", unknown)}",
                "Correct ExpectRowsIn: as it is, no copy would pass.");
        }

        if (access.Missing.Count > 0)
        {
            yield return LiveCheck.Warning(
                $"MayStayUnread {database.Name}",
                $"no such table on {database.Instance} that could hold rows: {string.Join(", ", access.Missing)}",
                "Correct MayStayUnread, or take out what is gone: database.schema.table, as it is spelt in the catalogs and without quotes; of a partitioned table its partitions.");
        }
    }
}
