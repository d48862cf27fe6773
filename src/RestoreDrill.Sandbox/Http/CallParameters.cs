using System.Globalization;

namespace RestoreDrill.Sandbox.Http;

/// <summary>The flat names and values of a query-protocol form; the members of a JSON object are put in the same shape.</summary>
internal sealed class CallParameters(IReadOnlyDictionary<string, string> values)
{
    public string? Text(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Whether it was sent, though it be empty.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The value as it was sent, which may be empty; null if it was not sent.</summary>
    public string? Sent(string name) => values.GetValueOrDefault(name);

    public string Required(string name) => Text(name) ?? throw AwsError.MissingParameter(name);

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new AwsError("MalformedInput", $"Invalid boolean value for {name}: {text}"),
    };

    public int? Number(string name) => Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        var text => throw new AwsError("MalformedInput", $"Invalid integer value for {name}: {text}"),
    };

    /// <summary>The entries of a map, sent as the members <c>name.key</c>; null if it was not sent. A key may have dots.</summary>
    public IReadOnlyDictionary<string, string>? Map(string name)
    {
        var entries = values.Where(pair => pair.Key.StartsWith(name + ".", StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[(name.Length + 1)..], pair => pair.Value, StringComparer.Ordinal);
        return entries.Count > 0 ? entries : null;
    }

    /// <summary>All names and values in one text, the same for the same parameters, without those named.</summary>
    public string Fingerprint(params IReadOnlyList<string> except) => string.Join('\n', values
        .Where(pair => !except.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>
    /// The items of a list: <c>name.ItemName.1</c>, or <c>name.member.1</c> as some clients write; null if the list was not sent. Each item
    /// is a view of what follows its number, the item itself under the empty name.
    /// </summary>
    public IReadOnlyList<CallParameters>? Items(string name)
    {
        var items = new SortedDictionary<int, Dictionary<string, string>>();
        foreach (var (key, value) in values)
        {
            if (!key.StartsWith(name + ".", StringComparison.Ordinal))
            {
                continue;
            }

            var parts = key[(name.Length + 1)..].Split('.', 3);
            if (parts.Length >= 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (!items.TryGetValue(number, out var item))
                {
                    items.Add(number, item = []);
                }

                item[parts.Length == 3 ? parts[2] : ""] = value;
            }
        }

        return items.Count > 0 ? [.. items.Values.Select(item => new CallParameters(item))] : null;
    }

    /// <summary>The texts of a list of scalars, or null if it was not sent.</summary>
    public IReadOnlyList<string>? Texts(string name) => Items(name)?.Select(item => item.Text("") ?? "").ToList();
}
