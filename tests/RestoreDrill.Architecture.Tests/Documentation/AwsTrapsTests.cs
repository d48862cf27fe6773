using System.Globalization;
using System.Text.RegularExpressions;
using RestoreDrill.Architecture.Tests.Inspection;

namespace RestoreDrill.Architecture.Tests.Documentation;

/// <summary>docs/aws-traps.md names all forty traps, says something of each, and names tests that are there.</summary>
public sealed partial class AwsTrapsTests
{
    private const string None = "-";

    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. Repository.Read("docs/aws-traps.md").Split('\n')
            .Where(static line => line.StartsWith('|') && !line.StartsWith("| # |", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            .Select(static line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static readonly ILookup<string, string> TestSources = Repository.Sources
        .Where(static file => file.StartsWith("tests/", StringComparison.Ordinal))
        .ToLookup(static file => Path.GetFileName(file).Split('.')[0], StringComparer.Ordinal);

    [Fact]
    public void Rows_are_numbered_from_1_to_40() => Assert.Equal(
        Enumerable.Range(1, 40).Select(static number => number.ToString(CultureInfo.InvariantCulture)), Rows.Select(static row => row[0]));

    [Fact]
    public void Every_row_says_what_is_done() => Assert.All(Rows, static row =>
    {
        Assert.Equal(4, row.Length);
        Assert.All(row[1..3], static cell => Assert.Matches(@"\p{L}{2}", cell));
    });

    [Fact]
    public void Every_test_that_a_row_names_exists()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, static row =>
        {
            if (row[3] == None)
            {
                return;
            }

            var names = row[3].Split(", ");
            Assert.InRange(names.Length, 1, 2);
            Assert.All(names, static name => Assert.True(Exists(name), $"there is no test {name}"));
        });
    }

    private static bool Exists(string quoted) =>
        TestName().Match(quoted) is { Success: true } name
        && TestSources[name.Groups["class"].Value].Any(file => Regex.IsMatch(Repository.Read(file), $@"^    public (async )?(Task|ValueTask|void) {name.Groups["method"].Value}\(", RegexOptions.Multiline));

    [GeneratedRegex(@"^`(?<class>\w+Tests)\.(?<method>\w+)`\z")]
    private static partial Regex TestName();
}
