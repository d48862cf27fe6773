using System.Xml.Linq;

namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>What an operation answers: headers, and a text or a file.</summary>
internal sealed record S3Answer
{
    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = "application/xml";

    /// <summary>Those without a value are left out.</summary>
    public IReadOnlyList<(string Name, string? Value)> Headers { get; init; } = [];

    public string? Text { get; init; }

    /// <summary>A content, at the position from which it is sent; whoever sends it closes it.</summary>
    public FileStream? Content { get; init; }

    /// <summary>How many bytes of the content are sent, or would be to a request without HEAD.</summary>
    public long Length { get; init; }

    /// <summary>Whether the operation changed the account of that id, which is then written to disk.</summary>
    public string? Changed { get; init; }

    /// <summary>Contents that no version has any more, to be removed once the state is on disk.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    public static S3Answer Of(XElement root) => new() { Text = S3Xml.Text(root) };

    /// <summary>The bucket was changed, and there is nothing to say.</summary>
    public static S3Answer Done(string accountId, int status = 200) => new() { Status = status, Changed = accountId };
}
