using System.Collections;

namespace RestoreDrill.Host.Running;

/// <summary>The process's surroundings: everything a verb would otherwise take from statics.</summary>
internal sealed record Surroundings
{
    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenIn { get; init; } = static () => Stream.Null;

    /// <summary>Whether standard input is a person's keyboard, from which no document comes.</summary>
    public bool InIsTerminal { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at standard output; otherwise it gets plain lines.</summary>
    public required bool OutIsTerminal { get; init; }

    /// <summary>Whether a person looks at standard error, where progress goes.</summary>
    public required bool ErrorIsTerminal { get; init; }

    public required IDictionary Environment { get; init; }

    public required TimeProvider Time { get; init; }

    public required Random Random { get; init; }

    /// <summary>Who asks, recorded with a run, for example <c>cli:maria@laptop</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>Whether NO_COLOR (no-color.org) asks for plain text: set and not empty.</summary>
    public bool NoColor => !string.IsNullOrEmpty(Environment["NO_COLOR"] as string);

    /// <summary>Whether the traces of unexpected exceptions are printed: <c>RESTOREDRILL_TRACE=1</c>.</summary>
    public bool Trace => Environment["RESTOREDRILL_TRACE"] as string == "1";

    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess() => new()
    {
        OpenIn = Console.OpenStandardInput,
        InIsTerminal = !Console.IsInputRedirected,
        Out = Console.Out,
        Error = Console.Error,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Environment = System.Environment.GetEnvironmentVariables(),
        Time = TimeProvider.System,
        Random = new Random(),
        Trigger = $"cli:{System.Environment.UserName}@{System.Environment.MachineName}",
    };
}
