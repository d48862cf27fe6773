using System.Text;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>Marker paging: MaxItems from 1 to 1000, 100 without it. The marker names the last record of the page before.</summary>
internal static class IamPage
{
    private const int Usual = 100;
    private const int Most = 1000;

    /// <summary>The list, whether there is more, and the marker of what follows.</summary>
    public static XElement[] Of<T>(CallParameters parameters, string listName, IEnumerable<T> records, Func<T, string> key, Func<T, object> render)
    {
        var size = IamConstraint.Range("MaxItems", parameters.Number("MaxItems") ?? Usual, 1, Most);
        var after = parameters.Text("Marker") is { } marker ? Decode(marker) : null;
        var page = records.OrderBy(key, StringComparer.Ordinal)
            .Where(record => after is null || string.CompareOrdinal(key(record), after) > 0)
            .Take(size + 1).ToList();
        var isTruncated = page.Count > size;
        var list = new XElement(listName, page.Take(size).Select(record => new XElement("member", render(record))));
        return isTruncated
            ? [list, new XElement("IsTruncated", "true"), new XElement("Marker", Convert.ToBase64String(Encoding.UTF8.GetBytes(key(page[size - 1]))))]
            : [list, new XElement("IsTruncated", "false")];
    }

    private static string Decode(string marker)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(marker));
        }
        catch (FormatException)
        {
            throw IamError.Validation("Invalid Marker.");
        }
    }
}
