using System.Text;
using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>
/// Token paging: MaxResults from 1 to 20, which is also what comes without it (AWS does not say how many do). An empty page with a token is not the end:
/// "These operations can occasionally return an empty set of results even when more results are available" (API reference, every List operation). Here they
/// do where <see cref="EmptyPages"/> are on.
/// </summary>
internal sealed class OrganizationsPage(EmptyPages empties)
{
    private const int Most = 20;

    // What a token says first: records come now, or an empty page does if such pages are on.
    private const char Records = 'r';
    private const char Any = 'a';

    /// <exception cref="AwsError">InvalidInputException.</exception>
    public Dictionary<string, object> Of<T>(
        CallParameters parameters, string list, IEnumerable<T> records, Func<T, string> key, Func<T, Dictionary<string, object>> render)
    {
        var size = parameters.Number("MaxResults") ?? Most;
        if (size is < 1 or > Most)
        {
            throw OrganizationsError.InvalidInput(
                size < 1 ? "MIN_VALUE_EXCEEDED" : "MAX_VALUE_EXCEEDED", $"You provided a value for MaxResults that is not between 1 and {Most}: {size}.");
        }

        var (kind, after) = parameters.Text("NextToken") is { } token ? Decode(token) : (Any, "");
        if (empties.AreOn && kind == Any)
        {
            return BackupJson.Object((list, Array.Empty<object>()), ("NextToken", Encode(Records, after)));
        }

        var page = records.OrderBy(key, StringComparer.Ordinal).Where(record => string.CompareOrdinal(key(record), after) > 0).Take(size + 1).ToList();
        return BackupJson.Object(
            (list, page.Take(size).Select(render).ToList()), ("NextToken", page.Count > size ? Encode(Any, key(page[size - 1])) : null));
    }

    private static string Encode(char kind, string after) => Convert.ToBase64String(Encoding.UTF8.GetBytes(kind + after));

    private static (char Kind, string After) Decode(string token)
    {
        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return text is [Records or Any, .. var after]
            ? (text[0], after)
            : throw OrganizationsError.InvalidInput("INVALID_NEXT_TOKEN", "You specified an invalid value.");
    }
}
