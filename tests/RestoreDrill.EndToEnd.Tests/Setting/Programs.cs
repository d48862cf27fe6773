namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>The real programs where they were built, beside what they need; a test's own output holds another framework's share of that.</summary>
internal static class Programs
{
    /// <summary>The folder that everything lies in.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    public static string RestoreDrill { get; } = Built("RestoreDrill.Host", "restoredrill.dll");

    public static string Sandbox { get; } = Built("RestoreDrill.Sandbox", "restoredrill-sandbox.dll");

    private static string Built(string project, string file) => Path.GetFullPath(Path.Combine(
        Root, "src", project, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", file));
}
