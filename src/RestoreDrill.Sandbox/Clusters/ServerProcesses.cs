using System.Globalization;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>A postmaster and its children as the kernel lists them.</summary>
internal static class ServerProcesses
{
    /// <summary>Ids of the children that are alive; those already dead but not yet collected by their parent are left out.</summary>
    public static List<int> ChildrenOf(int parent)
    {
        var children = new List<int>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory.AsSpan()), CultureInfo.InvariantCulture, out var id)
                && Read(id) is { } status && status.Parent == parent && status.State is not ('Z' or 'X'))
            {
                children.Add(id);
            }
        }
        return children;
    }

    /// <summary>Whether the process does nothing until it is continued, or is gone.</summary>
    public static bool IsStopped(int id) => Read(id) is not { } status || status.State is 'T' or 'Z' or 'X';

    private static (char State, int Parent)? Read(int id)
    {
        string stat;
        try
        {
            stat = File.ReadAllText($"/proc/{id}/stat");
        }
        catch (IOException)
        {
            // It ended between being listed and being read.
            return null;
        }
        // "pid (name) state parent ...", where the name may hold anything, parentheses too.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
    }
}
