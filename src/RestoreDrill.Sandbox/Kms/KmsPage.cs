using System.Globalization;
using System.Text;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>KMS's paging: a limit, a marker that names the last record of the page before, and whether there is more.</summary>
/// <param name="Usual">How many come without a limit.</param>
/// <param name="Most">The greatest limit.</param>
internal sealed record KmsPage(int Usual, int Most)
{
    public Dictionary<string, object> Of<T>(
        CallParameters parameters, string listName, IEnumerable<T> records, Func<T, string> key, Func<T, object> render)
    {
        var size = parameters.Number("Limit") ?? Usual;
        if (size < 1 || size > Most)
        {
            throw KmsError.Constraint(size.ToString(CultureInfo.InvariantCulture), "Limit",
                size < 1 ? "Member must have value greater than or equal to 1" : $"Member must have value less than or equal to {Most}");
        }

        var after = parameters.Text("Marker") is { } marker ? Decode(marker) : null;
        var page = records.OrderBy(key, StringComparer.Ordinal)
            .Where(record => after is null || string.CompareOrdinal(key(record), after) > 0)
            .Take(size + 1).ToList();
        var isCut = page.Count > size;
        return KmsJson.Object(
            (listName, page.Take(size).Select(render).ToList()),
            ("Truncated", isCut),
            ("NextMarker", isCut ? Convert.ToBase64String(Encoding.UTF8.GetBytes(key(page[size - 1]))) : null));
    }

    private static string Decode(string marker)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(marker));
        }
        catch (FormatException)
        {
            // Not AWS's text.
            throw new AwsError("InvalidMarkerException", "The marker is not valid.");
        }
    }
}
