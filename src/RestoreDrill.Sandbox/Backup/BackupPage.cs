using System.Globalization;
using System.Text;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>Token paging: maxResults from 1 to 1000, which is also what comes without it. The token names the last record of the page before.</summary>
internal static class BackupPage
{
    private const int Most = 1000;

    public static Dictionary<string, object> Of<T>(
        CallParameters parameters, string listName, IEnumerable<T> records, Func<T, string> key, Func<T, Dictionary<string, object>> render)
    {
        var size = parameters.Number("maxResults") ?? Most;
        if (size is < 1 or > Most)
        {
            throw BackupError.InvalidParameterValue($"Invalid value {size} for maxResults. Must be between 1 and {Most}.");
        }

        var after = parameters.Text("nextToken") is { } token ? Decode(token) : null;
        var page = records.OrderBy(key, StringComparer.Ordinal)
            .Where(record => after is null || string.CompareOrdinal(key(record), after) > 0)
            .Take(size + 1).ToList();
        var next = page.Count > size ? Convert.ToBase64String(Encoding.UTF8.GetBytes(key(page[size - 1]))) : null;
        return BackupJson.Object((listName, page.Take(size).Select(render).ToList()), ("NextToken", next));
    }

    /// <summary>A key by which the newest comes first.</summary>
    public static string NewestFirst(DateTimeOffset time, string id) => string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - time.UtcTicks:D19}-{id}");

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw BackupError.InvalidParameterValue("Invalid nextToken.");
        }
    }
}
