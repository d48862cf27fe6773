using System.Text.Json;

namespace RestoreDrill.Benchmarks;

/// <summary>What was measured. A ratio is taken within one round.</summary>
internal sealed class Measured(string server, int processors, long megabytes)
{
    private static readonly (string Key, string Upper, string Lower, string Target)[] Ratios =
    [
        ("imageFloor", Methods.Ours, Methods.ImageFloor, "at most 1.25"),
        ("pgDump", Methods.Ours, Methods.Dump, "at most 0.55"),
        ("md5Sum", Methods.Ours, Methods.Md5Sum, "at most 0.5"),
        ("md5StringAgg", Methods.Ours, Methods.Md5StringAgg, "at most 0.3"),
        ("twoConnections", Methods.Ours, Methods.OursTwice, "at least 1.7"),
    ];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly List<Dictionary<string, double>> rounds = [];

    public void Add(Dictionary<string, double> seconds) => rounds.Add(seconds);

    public void Print(TextWriter output)
    {
        output.WriteLine(FormattableString.Invariant($"PostgreSQL {server}, {processors} processors, {megabytes} MB, {rounds.Count} rounds"));
        output.WriteLine();
        output.WriteLine($"{"method",-28}{"min s",9}{"median s",10}{"max s",9}");
        foreach (var name in rounds[0].Keys.Order(StringComparer.Ordinal))
        {
            var (min, median, max) = Spread(round => round[name]);
            output.WriteLine(FormattableString.Invariant($"{name,-28}{min,9:0.00}{median,10:0.00}{max,9:0.00}"));
        }

        output.WriteLine();
        output.WriteLine($"{"ratio",-28}{"min",9}{"median",10}{"max",9}  target");
        foreach (var (key, upper, lower, target) in Ratios)
        {
            var (min, median, max) = Spread(round => round[upper] / round[lower]);
            output.WriteLine(FormattableString.Invariant($"{key,-28}{min,9:0.00}{median,10:0.00}{max,9:0.00}  {target}"));
        }
    }

    public async Task WriteAsync(string file, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var document = new
        {
            server,
            processors,
            megabytes,
            rounds = rounds.Count,
            ratios = Ratios.ToDictionary(static ratio => ratio.Key, ratio => Figures(round => round[ratio.Upper] / round[ratio.Lower])),
            seconds = rounds[0].Keys.ToDictionary(static name => name, name => Figures(round => round[name])),
        };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(document, Json) + "\n", ct);
    }

    private object Figures(Func<Dictionary<string, double>, double> figure)
    {
        var (min, median, max) = Spread(figure);
        return new { min = Math.Round(min, 3), median = Math.Round(median, 3), max = Math.Round(max, 3) };
    }

    private (double Min, double Median, double Max) Spread(Func<Dictionary<string, double>, double> figure)
    {
        var figures = rounds.Select(figure).Order().ToList();
        var median = (figures[(figures.Count - 1) / 2] + figures[figures.Count / 2]) / 2;
        return (figures[0], median, figures[^1]);
    }
}
