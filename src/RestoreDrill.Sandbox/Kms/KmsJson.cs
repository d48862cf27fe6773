namespace RestoreDrill.Sandbox.Kms;

/// <summary>Objects as KMS answers them.</summary>
internal static class KmsJson
{
    /// <summary>An object of the members that have a value. Times become seconds since 1970 with milliseconds.</summary>
    public static Dictionary<string, object> Object(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var json = new Dictionary<string, object>();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                json.Add(name, value is DateTimeOffset time ? time.ToUnixTimeMilliseconds() / 1000m : value);
            }
        }

        return json;
    }
}
