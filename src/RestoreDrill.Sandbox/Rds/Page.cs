using System.Text;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>Marker paging: 100 records unless told otherwise, 20 to 100 allowed. The marker names the last record of the page before.</summary>
internal static class Page
{
    public static XElement Of<T>(
        CallParameters parameters, string result, string listName, IEnumerable<T> records, Func<T, string> key, Func<T, XElement> render)
    {
        var size = parameters.Number("MaxRecords") ?? 100;
        if (size is < 20 or > 100)
        {
            throw AwsError.InvalidParameterValue($"Invalid value {size} for MaxRecords. Must be between 20 and 100");
        }

        var after = parameters.Text("Marker") is { } marker ? Decode(marker) : null;
        var page = records.OrderBy(key, StringComparer.Ordinal)
            .Where(record => after is null || string.CompareOrdinal(key(record), after) > 0)
            .Take(size + 1).ToList();
        var more = page.Count > size;
        return new XElement(result,
            new XElement(listName, page.Take(size).Select(render)),
            more ? new XElement("Marker", Convert.ToBase64String(Encoding.UTF8.GetBytes(key(page[size - 1])))) : null);
    }

    private static string Decode(string marker)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(marker));
        }
        catch (FormatException)
        {
            throw AwsError.InvalidParameterValue("Invalid Marker.");
        }
    }
}
