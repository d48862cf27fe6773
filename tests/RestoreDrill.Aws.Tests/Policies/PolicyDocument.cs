using System.Text.Json;

namespace RestoreDrill.Aws.Tests.Policies;

/// <summary>A policy of docs/iam.</summary>
internal sealed record PolicyDocument(IReadOnlyList<PolicyStatement> Statements)
{
    public IEnumerable<string> Actions => Statements.SelectMany(statement => statement.Actions).Distinct();

    public static PolicyDocument Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), name + ".json")));
        return new PolicyDocument([.. json.RootElement.GetProperty("Statement").EnumerateArray().Select(PolicyStatement.From)]);
    }

    public static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RestoreDrill.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("RestoreDrill.sln is in no folder above the tests."), "docs", "iam");
    }
}
