namespace RestoreDrill.Sandbox.Backup;

/// <summary>Objects as AWS Backup answers them.</summary>
internal static class BackupJson
{
    /// <summary>An object of the members that have a value. Times become seconds since 1970 with milliseconds, as the service model says.</summary>
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
