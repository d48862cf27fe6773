using System.Text;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Tests.Http;

public sealed class CanonicalRequestTests
{
    private static readonly Dictionary<string, string> Headers = new()
    {
        ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8",
        ["host"] = "iam.amazonaws.com",
        ["x-amz-date"] = "20150830T123600Z",
    };

    // The worked example of AWS's General Reference, "Signature Version 4 signing process".
    [Fact]
    public void Signature_of_the_example_in_the_AWS_reference_is_the_one_printed_there()
    {
        var canonical = CanonicalRequest.Build(
            "GET", "/?Action=ListUsers&Version=2010-05-08", ["content-type", "host", "x-amz-date"], Headers.GetValueOrDefault, CanonicalRequest.Hash([]));
        Assert.Equal("f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59", CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonical)));

        var signature = Signature.Parse("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
            + "SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
        Assert.True(signature.IsMadeWith("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830T123600Z", canonical));
        Assert.False(signature.IsMadeWith("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEZ", "20150830T123600Z", canonical));
    }

    [Fact]
    public void Query_is_sorted_and_escaped_anew_and_the_path_escaped_twice()
    {
        var canonical = CanonicalRequest.Build("GET", "/a%20b/c?z=%2f&a=1+2&a=", ["host"], _ => " x   y ", "hash");
        Assert.Equal("GET\n/a%2520b/c\na=&a=1%202&z=%2F\nhost:x y\n\nhost\nhash", canonical);
    }
}
