using System.CommandLine;
using RestoreDrill.Sandbox.Sample;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>How the sample is made.</summary>
internal static class SampleOptions
{
    public static Option<string> Size()
    {
        var option = new Option<string>("--size") { Description = "How many rows: full (over 300,000) or small.", DefaultValueFactory = _ => "full" };
        option.AcceptOnlyFromAmong("full", "small");
        return option;
    }

    public static Option<int> Seed() => new("--seed") { Description = "The rows are the same for the same seed.", DefaultValueFactory = _ => 1 };

    public static SampleSize Size(string name) => name == "small" ? SampleSize.Small : SampleSize.Full;
}
