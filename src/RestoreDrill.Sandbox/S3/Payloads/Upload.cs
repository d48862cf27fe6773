namespace RestoreDrill.Sandbox.S3.Payloads;

/// <summary>A content that was put and lies in its file.</summary>
/// <param name="StorageId">The file's name.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Md5Hex">For the ETag.</param>
/// <param name="ChecksumAlgorithm">As in the header's name.</param>
/// <param name="Checksum">Base64.</param>
internal sealed record Upload(string StorageId, long Size, string Md5Hex, string ChecksumAlgorithm, string Checksum);
