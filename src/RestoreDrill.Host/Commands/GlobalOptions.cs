using System.CommandLine;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Commands;

/// <summary>The options every verb has.</summary>
internal sealed class GlobalOptions
{
    public Option<string> Config { get; } = new("--config")
    {
        Description = "The configuration file. Environment variables RestoreDrill__... override it.",
        HelpName = "file",
        Recursive = true,
        DefaultValueFactory = static _ => "appsettings.json",
    };

    public Option<OutputFormat> Output { get; } = new("--output", "-o")
    {
        Description = "text: tables on a terminal, plain lines elsewhere. json: one document on standard output, progress on standard error.",
        HelpName = "text|json",
        Recursive = true,
        DefaultValueFactory = static _ => OutputFormat.Text,
        CustomParser = WordOption.Required<OutputFormat>(),
    };
}
