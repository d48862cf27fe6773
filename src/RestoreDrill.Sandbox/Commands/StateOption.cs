using System.CommandLine;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>The option that every verb has.</summary>
internal static class StateOption
{
    public static Option<string> Create() => new("--state")
    {
        Description = "The directory that holds everything.",
        DefaultValueFactory = _ => ".sandbox",
    };
}
