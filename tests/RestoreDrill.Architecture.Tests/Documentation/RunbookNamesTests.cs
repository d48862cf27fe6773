using System.Text.RegularExpressions;
using RestoreDrill.Architecture.Tests.Inspection;

namespace RestoreDrill.Architecture.Tests.Documentation;

/// <summary>A message that sends its reader to a runbook sends them to one that is there, and the index of the runbooks names them all.</summary>
public sealed partial class RunbookNamesTests
{
    private static readonly IReadOnlyList<string> Names =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "runbooks"), "*.md").Select(static file => Path.GetFileName(file)).Where(static name => name != "README.md")];

    [Fact]
    public void Every_runbook_that_a_message_names_is_there()
    {
        var named = Repository.Sources.Where(static file => file.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(static file => Name().Matches(Repository.Read(file)).Select(static match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.All(named, static name => Assert.Contains(name, Names));
        Assert.Contains("copy-missing.md", named);
        Assert.Contains("vault-full.md", named);
    }

    [Fact]
    public void Index_names_every_runbook_and_no_other() => Assert.Equal(
        Names.Order(StringComparer.Ordinal),
        Link().Matches(Repository.Read("runbooks/README.md")).Select(static match => match.Groups["name"].Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"runbooks/(?<name>[a-z-]+\.md)")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| \[(?<name>[a-z-]+\.md)\]\(", RegexOptions.Multiline)]
    private static partial Regex Link();
}
