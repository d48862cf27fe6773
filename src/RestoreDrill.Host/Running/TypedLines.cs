namespace RestoreDrill.Host.Running;

/// <summary>Lines that somebody types. They come from standard input; what is asked goes to standard error, beside the result.</summary>
internal sealed class TypedLines(Surroundings surroundings) : IDisposable
{
    private StreamReader? _typed;

    /// <summary>Asks, and waits for a line.</summary>
    /// <returns>The line without spaces around it; null: the input has ended.</returns>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        await surroundings.Error.WriteLineAsync(question.AsMemory(), cancellationToken);
        await surroundings.Error.FlushAsync(cancellationToken);
        _typed ??= new StreamReader(surroundings.OpenIn());

        // A terminal's read cannot be cancelled; whoever stops the program is not kept waiting for it.
        return (await _typed.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken))?.Trim();
    }

    public void Dispose() => _typed?.Dispose();
}
