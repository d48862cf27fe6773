using System.Text;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Payloads;

namespace RestoreDrill.Sandbox.Tests.S3;

/// <summary>The worked examples of AWS's S3 API reference ("Authenticating Requests (AWS Signature Version 4)"), and what becomes of bodies that are not like them.</summary>
public sealed class S3WireTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private const string Stamp = "20130524T000000Z";
    private const string First = "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2";
    private const string Second = "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7";
    private const string Last = "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992";
    private const string Trailer = "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435";

    private static readonly Signature Seed = Signature.Parse("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
        + "SignedHeaders=content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer, "
        + "Signature=106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Path_is_escaped_once()
    {
        var headers = new Dictionary<string, string>
        {
            ["date"] = "Fri, 24 May 2013 00:00:00 GMT",
            ["host"] = "examplebucket.s3.amazonaws.com",
            ["x-amz-content-sha256"] = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            ["x-amz-date"] = Stamp,
            ["x-amz-storage-class"] = "REDUCED_REDUNDANCY",
        };
        var canonical = CanonicalRequest.Build(
            "PUT", "/test%24file.text", ["date", "host", "x-amz-content-sha256", "x-amz-date", "x-amz-storage-class"], headers.GetValueOrDefault,
            headers["x-amz-content-sha256"], escapesPathOnce: true);
        var signature = Signature.Parse("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
            + "SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class, Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
        Assert.True(signature.IsMadeWith(Secret, Stamp, canonical));
    }

    [Fact]
    public async Task Chunks_and_trailer_of_the_example_are_read_and_their_signatures_hold()
    {
        var (content, trailer) = await ReadAsync(Body(First, Second, Last, Trailer));
        Assert.Equal((66560, "sOO8/Q=="), (content.Length, trailer["x-amz-checksum-crc32c"]));
        Assert.All(content, one => Assert.Equal((byte)'a', one));
        using var checksum = Checksum.Of("crc32c");
        checksum.Append(content);
        checksum.Demand("sOO8/Q==");
    }

    [Theory]
    [InlineData(Second, Second, Last, Trailer)]
    [InlineData(First, First, Last, Trailer)]
    [InlineData(First, Second, First, Trailer)]
    [InlineData(First, Second, Last, First)]
    public async Task Chunk_or_trailer_with_another_signature_is_refused(string first, string second, string last, string trailer) =>
        Assert.Equal("SignatureDoesNotMatch", (await Assert.ThrowsAsync<AwsError>(() => ReadAsync(Body(first, second, last, trailer)))).Code);

    [Fact]
    public async Task Body_that_ends_within_a_chunk_is_incomplete() =>
        Assert.Equal("IncompleteBody", (await Assert.ThrowsAsync<AwsError>(() => ReadAsync(Body(First, Second, Last, Trailer)[..60_000]))).Code);

    [Theory]
    [InlineData("zz\r\n")]
    [InlineData("-5\r\nhello\r\n")]
    [InlineData("5\r\nhelloXX\r\n0\r\n\r\n")]
    public async Task Body_that_is_not_chunked_is_refused(string body) =>
        Assert.Equal("InvalidRequest", (await Assert.ThrowsAsync<AwsError>(() => ReadAsync(body, new PayloadPromise(null, true, null, true)))).Code);

    [Fact]
    public async Task Unsigned_chunks_are_read_with_their_trailer()
    {
        var (content, trailer) = await ReadAsync("5\r\nhello\r\n1\r\n!\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", new PayloadPromise(null, true, null, true));
        Assert.Equal(("hello!", "AAAAAA=="), (Encoding.ASCII.GetString(content), trailer["x-amz-checksum-crc32"]));
    }

    private static string Body(string first, string second, string last, string trailer) =>
        $"10000;chunk-signature={first}\r\n{new string('a', 65536)}\r\n400;chunk-signature={second}\r\n{new string('a', 1024)}\r\n0;chunk-signature={last}\r\n"
        + $"x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:{trailer}\r\n\r\n";

    private static Task<(byte[] Content, IReadOnlyDictionary<string, string> Trailer)> ReadAsync(string body) =>
        ReadAsync(body, new PayloadPromise(null, true, new ChunkSigner(Seed, Secret, Stamp), true));

    private static async Task<(byte[] Content, IReadOnlyDictionary<string, string> Trailer)> ReadAsync(string body, PayloadPromise promise)
    {
        using var into = new MemoryStream();
        await using var source = new BufferedStream(new MemoryStream(Encoding.ASCII.GetBytes(body)));
        var trailer = await new ChunkedPayload(source, promise).CopyAsync(async piece => await into.WriteAsync(piece, Ct), Ct);
        return (into.ToArray(), trailer);
    }
}
