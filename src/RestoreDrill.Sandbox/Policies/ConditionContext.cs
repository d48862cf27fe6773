namespace RestoreDrill.Sandbox.Policies;

/// <summary>The condition keys of a request with their values. The case of a key does not count.</summary>
internal sealed class ConditionContext
{
    public static readonly ConditionContext Empty = new([]);

    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public ConditionContext(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values)
    {
        foreach (var (key, list) in values)
        {
            this.values[key] = list;
        }
    }

    /// <summary>The values of a key; null where the request does not have it, or has it empty.</summary>
    public IReadOnlyList<string>? Find(string key) => values.TryGetValue(key, out var found) && found.Count > 0 ? found : null;

    /// <summary>The value that a policy variable stands for: only keys of one value can be variables.</summary>
    public string? Variable(string key) => Find(key) is [var only] ? only : null;
}
