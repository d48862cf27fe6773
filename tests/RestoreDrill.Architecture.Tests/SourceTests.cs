using System.Diagnostics;
using System.Text.RegularExpressions;
using RestoreDrill.Architecture.Tests.Inspection;

namespace RestoreDrill.Architecture.Tests;

/// <summary>The house's form, as far as a machine can see it.</summary>
public sealed partial class SourceTests
{
    private const int LinesFewerThan = 400;

    [Fact]
    public void Banned_api_is_never_let_through()
    {
        // In two parts, so that this file does not speak of itself.
        const string rule = "RS" + "0030";
        string[] files = [.. Repository.Sources, .. Repository.Projects, .. Repository.Files("*.props"), .. Repository.Files("*.targets"), .. Repository.Files(".editorconfig")];

        var letting = files.Concat([".editorconfig", "Directory.Build.props", "Directory.Packages.props", "AwsSdk.props"])
            .Where(static file => Repository.Read(file).Contains(rule, StringComparison.Ordinal)).ToList();

        Assert.True(letting.Count == 0, $"{rule} is spoken of in {string.Join(", ", letting)}");
    }

    [Fact]
    public void Source_file_is_short()
    {
        var longer = Repository.Sources.Select(static file => (File: file, Lines: Repository.Read(file).Count(static character => character == '\n')))
            .Where(static file => file.Lines >= LinesFewerThan).ToList();

        Assert.True(longer.Count == 0, string.Join(Environment.NewLine, longer));
    }

    [Fact]
    public void Source_file_holds_one_type_and_is_named_after_it()
    {
        Assert.True(Repository.Sources.Count > 300, "the sources were not found");
        var odd = Repository.Sources.Select(static file => (File: file, Types: TypesOf(file))).Where(static found => !IsWellNamed(found.File, found.Types))
            .Select(static found => $"{found.File}: {string.Join(", ", found.Types)}").ToList();

        Assert.True(odd.Count == 0, string.Join(Environment.NewLine, odd));
    }

    [Fact]
    public void Solution_contains_every_project()
    {
        var solution = Repository.Read("RestoreDrill.sln").Replace('\\', '/');

        Assert.NotEmpty(Repository.Projects);
        Assert.All(Repository.Projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Script_that_make_runs_does_something_and_bash_can_read_it()
    {
        var scripts = Script().Matches(Repository.Read("Makefile")).Select(static match => match.Groups["file"].Value).Distinct().ToList();

        Assert.True(scripts.Count >= 5, "the scripts were not found");
        foreach (var script in scripts.Append("restoredrill"))
        {
            Assert.True(Repository.Read(script).Split('\n').Count(static line => line.Length > 0 && line[0] != '#') >= 2, $"{script} does nothing");
            using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", Path.Combine(Repository.Root, script)]))!;
            await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(bash.ExitCode == 0, $"bash cannot read {script}");
        }
    }

    [Fact]
    public void Product_project_has_its_tests() => Assert.All(
        Repository.Projects.Where(static project => project.StartsWith("src/", StringComparison.Ordinal)).Select(static project => Path.GetFileNameWithoutExtension(project)),
        static name => Assert.Contains($"tests/{name}.Tests/{name}.Tests.csproj", Repository.Projects));

    private static List<string> TypesOf(string file) => [.. TopLevelType().Matches(Repository.Read(file)).Select(static match => match.Groups["name"].Value)];

    /// <summary>Namespaces have the scope of their file (IDE0161), so a top-level type begins its line. A partial type may be spread over <c>Type.cs</c> and <c>Type.Part.cs</c>; a program, attributes of an assembly and global usings have no type.</summary>
    private static bool IsWellNamed(string file, List<string> types)
    {
        var name = Path.GetFileName(file).Split('.')[0];
        var text = Repository.Read(file);
        var hasNoType = name == "Program" || text.Contains("[assembly: ", StringComparison.Ordinal) || text.Contains("global using ", StringComparison.Ordinal);
        return types is [var only] ? only == name : types.Count == 0 && hasNoType;
    }

    [GeneratedRegex("@bash (?<file>eng/[a-z-]+\\.sh)")]
    private static partial Regex Script();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|readonly|partial|ref|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?|delegate\s+[\w<>\[\]?.]+)\s+(?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
