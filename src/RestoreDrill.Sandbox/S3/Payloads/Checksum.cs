using System.Security.Cryptography;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Payloads;

/// <summary>A checksum of an object under one of the algorithms that the sandbox knows, as it is being calculated.</summary>
internal sealed class Checksum : IDisposable
{
    /// <summary>What a header with a checksum begins with.</summary>
    public const string Header = "x-amz-checksum-";

    /// <summary>What S3 calculates by itself where the client sent none (S3 user guide, "Checking object integrity").</summary>
    public const string Default = "crc64nvme";

    private static readonly string[] Known = ["crc32", "crc32c", Default, "sha1", "sha256"];

    private readonly ReflectedCrc? crc;
    private readonly IncrementalHash? hash;

    private Checksum(string algorithm)
    {
        Algorithm = algorithm;
        crc = algorithm switch
        {
            "crc32" => new ReflectedCrc(0xEDB88320, 32),
            "crc32c" => new ReflectedCrc(0x82F63B78, 32),
            Default => new ReflectedCrc(0x9A6C9329AC4BC9B5, 64),
            _ => null,
        };
        hash = algorithm switch
        {
            "sha1" => IncrementalHash.CreateHash(HashAlgorithmName.SHA1),
            "sha256" => IncrementalHash.CreateHash(HashAlgorithmName.SHA256),
            _ => null,
        };
    }

    /// <summary>As in the header's name.</summary>
    public string Algorithm { get; }

    /// <exception cref="AwsError">NotImplemented.</exception>
    public static Checksum Of(string algorithm) => Known.Contains(algorithm) ? new Checksum(algorithm) : throw S3Error.NotImplementedHeader(Header + algorithm);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        crc?.Append(bytes);
        hash?.AppendData(bytes);
    }

    /// <summary>Base64.</summary>
    public string Value() => Convert.ToBase64String(crc?.Current() ?? hash!.GetCurrentHash());

    /// <exception cref="AwsError">BadDigest, or InvalidRequest for what is no checksum of that algorithm.</exception>
    public void Demand(string claimed)
    {
        var calculated = Value();
        var decoded = new byte[claimed.Length];
        if (claimed.Length != calculated.Length || !Convert.TryFromBase64String(claimed, decoded, out _))
        {
            throw S3Error.InvalidRequest($"Value for {Header}{Algorithm} header is invalid.");
        }

        if (claimed != calculated)
        {
            throw new AwsError("BadDigest", $"The {Algorithm.ToUpperInvariant()} you specified did not match the calculated checksum.");
        }
    }

    public void Dispose() => hash?.Dispose();
}
