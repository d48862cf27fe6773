using RestoreDrill.Host.Running;
using Spectre.Console;

namespace RestoreDrill.Host.Reporting;

/// <summary>Brings a verb's result to standard output: a JSON document, a terminal's tables or plain lines.</summary>
internal sealed class Presenter(Surroundings surroundings, OutputFormat format)
{
    public OutputFormat Format => format;

    /// <summary>Shows the result. Called once per verb, so that standard output holds one document.</summary>
    /// <param name="report">For people.</param>
    /// <param name="document">For machines; see <see cref="JsonDocuments"/>.</param>
    public void Show(Report report, object document)
    {
        if (format == OutputFormat.Json)
        {
            surroundings.Out.WriteLine(JsonDocuments.Write(document));
        }
        else
        {
            WriteReport(report, surroundings.Out, surroundings.OutIsTerminal);
        }
    }

    /// <summary>Shows an error: in words on standard error, and as the document on standard output where a machine waits for one.</summary>
    public void ShowError(ErrorReport error)
    {
        if (format == OutputFormat.Json)
        {
            surroundings.Out.WriteLine(JsonDocuments.Write(new { error }));
        }

        WriteReport(error.ToReport(), surroundings.Error, surroundings.ErrorIsTerminal);
    }

    /// <summary>A line for people beside the result, on standard error.</summary>
    public void Say(string text) => surroundings.Error.WriteLine(text);

    /// <summary>The console that draws on a terminal.</summary>
    public IAnsiConsole Console(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = AnsiSupport.Detect,
        ColorSystem = surroundings.NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
    });

    private void WriteReport(Report report, TextWriter writer, bool terminal)
    {
        if (terminal)
        {
            TerminalReportWriter.Write(report, Console(writer));
        }
        else
        {
            PlainReportWriter.Write(report, writer);
        }
    }
}
