using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace RestoreDrill.Dashboard.Html;

/// <summary>
/// A piece of HTML, written as an interpolated string: what stands in the source is markup, what is put in is encoded, unless it is
/// <see cref="Markup"/> itself.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Markup(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public static Markup None { get; } = new(0, 0);

    /// <summary>Makes a piece of HTML of an interpolated string.</summary>
    public static Markup Of(Markup markup) => markup;

    /// <summary>The pieces one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> parts)
    {
        var joined = new Markup(0, 0);
        foreach (var part in parts)
        {
            joined._text.Append(part._text);
        }

        return joined;
    }

    /// <summary>Called by the compiler for the text of the source.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Called by the compiler for what is put in.</summary>
    public void AppendFormatted(string? value) => _text.Append(value is null ? null : Encoder.Encode(value));

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(long value) => AppendFormatted(FormattableString.Invariant($"{value}"));

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(Markup value) => _text.Append(value._text);

    public override string ToString() => _text.ToString();
}
