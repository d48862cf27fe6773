using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Payloads;

/// <summary>The checksum that a request's headers speak of.</summary>
internal static class ChecksumHeaders
{
    private const string Trailer = "x-amz-trailer";

    // These say how a checksum is to be given, and are none.
    private static readonly string[] Settings = ["x-amz-checksum-mode", "x-amz-checksum-algorithm", "x-amz-checksum-type"];

    /// <summary>The algorithm, and the value where it comes before the body; null where there is no checksum.</summary>
    /// <exception cref="AwsError">InvalidRequest.</exception>
    public static (string Algorithm, string? Value)? Find(HttpRequest request)
    {
        var announced = request.Headers[Trailer].FirstOrDefault();
        var given = request.Headers.Where(header => IsChecksum(header.Key)).Select(header => (Name: header.Key.ToLowerInvariant(), Value: (string?)header.Value.ToString())).ToList();
        if (announced is not null)
        {
            given.Add(IsChecksum(announced) ? (announced.ToLowerInvariant(), null)
                : throw S3Error.InvalidRequest("The value specified in the x-amz-trailer header is not supported"));
        }

        return given switch
        {
            [] => null,
            [var (name, value)] => (name[Checksum.Header.Length..], value),
            _ => throw S3Error.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed."),
        };
    }

    private static bool IsChecksum(string name) =>
        name.StartsWith(Checksum.Header, StringComparison.OrdinalIgnoreCase) && !Settings.Contains(name, StringComparer.OrdinalIgnoreCase);
}
