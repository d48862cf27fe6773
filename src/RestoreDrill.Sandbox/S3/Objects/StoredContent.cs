namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>The content of a version and what was said of it.</summary>
internal sealed record StoredContent
{
    /// <summary>The name of its file, see <see cref="ObjectFiles"/>.</summary>
    public required string StorageId { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Hex MD5 of the content, in quotes.</summary>
    public required string ETag { get; init; }

    /// <summary>The algorithm as the header has it, such as <c>crc64nvme</c>.</summary>
    public required string ChecksumAlgorithm { get; init; }

    /// <summary>Base64.</summary>
    public required string Checksum { get; init; }

    /// <summary>The headers that an answer repeats: content type and encoding, metadata, encryption.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }
}
