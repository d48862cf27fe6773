namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>The real programs where they were built, beside what they need; a test's own output holds another framework's share of that.</summary>
internal static class Programs
{
    /// <summary>The folder that everything lies in.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    /// <summary>As it was built, or compiled ahead of time where <c>make test</c> has done that: most of these processes live for seconds.</summary>
    public static string RestoreDrill { get; } = Environment.GetEnvironmentVariable("RESTOREDRILL_PRECOMPILED") is { Length: > 0 } folder
        ? Path.GetFullPath(Path.Combine(folder, "restoredrill.dll"))
        : Built("RestoreDrill.Host", "restoredrill.dll");

    public static string Sandbox { get; } = Built("RestoreDrill.Sandbox", "restoredrill-sandbox.dll");

    private static string Built(string project, string file) => Path.GetFullPath(Path.Combine(
        Root, "src", project, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", file));
}
