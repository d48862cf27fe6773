using System.Globalization;
using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>A part of a content that a Range header asks for.</summary>
/// <param name="First">The first byte, from 0.</param>
/// <param name="Length">How many.</param>
/// <param name="Size">Of the whole content.</param>
internal sealed partial record ByteRange(long First, long Length, long Size)
{
    /// <summary>The range that the call asks for; null where it asks for all.</summary>
    /// <exception cref="AwsError">InvalidRange, or NotImplemented for several ranges.</exception>
    public static ByteRange? Read(S3Call call, long size)
    {
        if (call.Header("Range") is not { } text)
        {
            return null;
        }

        var match = Form().Match(text);
        if (!match.Success)
        {
            throw S3Error.NotImplementedHeader("Range");
        }

        var (from, to) = (Number(match.Groups["from"]), Number(match.Groups["to"]));
        var first = from ?? Math.Max(0, size - (to ?? 0));
        var last = from is null ? size - 1 : Math.Min(to ?? (size - 1), size - 1);
        return first <= last ? new ByteRange(first, last - first + 1, size)
            : throw new AwsError("InvalidRange", "The requested range is not satisfiable", 416) { Members = [("RangeRequested", text), ("ActualObjectSize", $"{size}")] };
    }

    /// <summary>As the header Content-Range has it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"bytes {First}-{First + Length - 1}/{Size}");

    private static long? Number(Group group) => group.Length > 0 ? long.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^bytes=(?<from>[0-9]{1,15})?-(?<to>[0-9]{1,15})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
