namespace RestoreDrill.Sandbox.Tests.Clusters;

/// <summary>Whether processes live.</summary>
internal static class Liveness
{
    // A process that nobody collects stays as a zombie, which ends nothing here: it counts as gone. So does one that ends while it is asked about.
    public static bool IsAlive(int process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
