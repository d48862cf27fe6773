namespace RestoreDrill.Sandbox.Control;

/// <summary>The permissions asked for since the start, each once however many resources it was asked for.</summary>
internal sealed class PermissionLog
{
    private readonly Lock gate = new();
    private readonly Dictionary<PermissionAsked, PermissionAsked> asked = [];

    public void Add(PermissionAsked permission)
    {
        lock (gate)
        {
            asked.TryAdd(permission with { Resource = "" }, permission);
        }
    }

    public IReadOnlyList<PermissionAsked> All()
    {
        lock (gate)
        {
            return [.. asked.Values];
        }
    }
}
