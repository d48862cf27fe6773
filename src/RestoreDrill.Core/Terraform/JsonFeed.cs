using System.Text.Json;
using System.Text.Unicode;

namespace RestoreDrill.Core.Terraform;

/// <summary>
/// JSON read from a stream token by token, in memory that grows only with the largest part that somebody wants whole, up to
/// <see cref="LargestPart"/>. Not for two readers at once.
/// </summary>
internal sealed class JsonFeed(Stream stream)
{
    /// <summary>The most bytes that one part (a resource, a change, a text) may have: 32 MiB.</summary>
    public const int LargestPart = 32 << 20;

    /// <summary>How deep values may be nested; the default of 64 is too little for modules within modules.</summary>
    private const int Depth = 256;

    private static readonly JsonDocumentOptions PartOptions = new() { MaxDepth = Depth, AllowDuplicateProperties = false };

    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _isLast;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = Depth });

    /// <summary>The token that was read last.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>The member's name, where the token is one.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Looks at how the stream begins.</summary>
    /// <exception cref="TerraformDocumentException">It cannot be JSON in UTF-8.</exception>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken).ConfigureAwait(false);
        _start += DocumentBeginning.Check(_buffer.AsSpan(0, _end));
    }

    /// <summary>Reads the next token.</summary>
    /// <returns>Whether there was one; the document is finished otherwise.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (!Try(static (JsonFeed feed) => feed.TryToken()))
        {
            if (_isLast)
            {
                return false;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Passes over the value that comes next, however large.</summary>
    public async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        var open = 0;
        do
        {
            if (!await ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                throw Unfinished();
            }

            open += Token switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (open > 0 || Token == JsonTokenType.PropertyName);
    }

    /// <summary>Reads the next value whole. Dispose of it before anything else is read.</summary>
    /// <returns>The value; null where the array ends instead.</returns>
    public async ValueTask<JsonDocument?> ReadPartAsync(CancellationToken cancellationToken)
    {
        JsonDocument? part = null;
        while (!Try(feed => feed.TryPart(out part)))
        {
            if (_isLast)
            {
                throw Unfinished();
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return part;
    }

    private static TerraformDocumentException Unfinished() => new(GuardRules.Unreadable, "The document ends in the middle.");

    private bool TryToken()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        var read = reader.Read();
        Token = read ? reader.TokenType : JsonTokenType.None;
        Name = read && reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "";
        Advance(ref reader);
        return read;
    }

    private bool TryPart(out JsonDocument? part)
    {
        part = null;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        if (!reader.Read())
        {
            return false;
        }

        var from = _start + (int)reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            Token = reader.TokenType;
            Advance(ref reader);
            return true;
        }

        if (!reader.TrySkip())
        {
            return false;
        }

        Token = reader.TokenType;
        Advance(ref reader);
        var bytes = _buffer.AsMemory(from, _start - from);
        if (!Utf8.IsValid(bytes.Span))
        {
            throw new TerraformDocumentException(GuardRules.Unreadable, "A text in the document is not UTF-8.");
        }

        part = JsonDocument.Parse(bytes, PartOptions);
        return true;
    }

    private void Advance(ref Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private bool Try(Func<JsonFeed, bool> read)
    {
        try
        {
            return read(this);
        }
        catch (JsonException e)
        {
            throw new TerraformDocumentException(GuardRules.Unreadable, JsonMistake.Describe(e), e);
        }
        catch (InvalidOperationException e)
        {
            // What the reader says to half of a surrogate pair in a name.
            throw new TerraformDocumentException(GuardRules.Unreadable, "A name in the document is not a text.", e);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var kept = _end - _start;
        if (kept == _buffer.Length)
        {
            if (kept >= LargestPart)
            {
                throw new TerraformDocumentException(
                    GuardRules.TooLarge, $"One part of the document (a resource, a change, a text) is larger than {LargestPart >> 20} MiB, more than is read at once.");
            }

            var larger = new byte[Math.Min(kept * 2, LargestPart)];
            Buffer.BlockCopy(_buffer, _start, larger, 0, kept);
            _buffer = larger;
        }
        else
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, kept);
        }

        (_start, _end) = (0, kept);
        while (_end < _buffer.Length)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                _isLast = true;
                return;
            }

            _end += read;
        }
    }
}
