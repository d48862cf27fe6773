using System.CommandLine;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>Where a verb finds the running sandbox.</summary>
internal static class EndpointOption
{
    public static Option<string> Create() => new("--endpoint")
    {
        Description = "Where the sandbox listens.",
        DefaultValueFactory = _ => $"http://127.0.0.1:{SandboxOptions.DefaultPort}",
    };
}
