using System.Xml.Linq;

namespace RestoreDrill.Architecture.Tests.Inspection;

/// <summary>The sources that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file of ours, relative to <see cref="Root"/>.</summary>
    public static IReadOnlyList<string> Sources { get; } = Files("*.cs");

    public static IReadOnlyList<string> Projects { get; } = Files("*.csproj");

    /// <summary>Assembly names of the product: everything of ours under <c>src/</c> but the sandbox and the SDK subset.</summary>
    public static IReadOnlyList<string> ProductAssemblies { get; } =
    [
        .. Projects
            .Where(static project => project.StartsWith("src/RestoreDrill.", StringComparison.Ordinal) && !project.Contains("RestoreDrill.Sandbox", StringComparison.Ordinal))
            .Select(AssemblyName),
    ];

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    /// <summary>Files of a pattern that the build did not make.</summary>
    public static IReadOnlyList<string> Files(string pattern) =>
    [
        .. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(static file => !file.Split('/').Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    private static string AssemblyName(string project) =>
        XDocument.Load(Path.Combine(Root, project)).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RestoreDrill.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No RestoreDrill.sln above {AppContext.BaseDirectory}.");
    }
}
