using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3;

/// <summary>An element of a request's body. What is asked for wrongly is MalformedXML, as S3 answers it; so is an element that is not known.</summary>
internal sealed record XmlNode(XElement Element)
{
    public string Value => Element.Value;

    /// <summary>The children of that name.</summary>
    public IEnumerable<XmlNode> Children(string name) => Element.Elements().Where(child => child.Name.LocalName == name).Select(child => new XmlNode(child));

    /// <exception cref="AwsError">There are several.</exception>
    public XmlNode? Child(string name) => Children(name).ToList() switch
    {
        [] => null,
        [var only] => only,
        _ => throw S3Error.MalformedXml(),
    };

    /// <exception cref="AwsError">There is none, or several.</exception>
    public XmlNode Required(string name) => Child(name) ?? throw S3Error.MalformedXml();

    public string? Text(string name) => Child(name)?.Value;

    /// <exception cref="AwsError">The child is not a whole number.</exception>
    public int? Number(string name) => Text(name) is not { } text ? null : int.TryParse(text, out var number) ? number : throw S3Error.MalformedXml();

    /// <exception cref="AwsError">The child is not a boolean.</exception>
    public bool? Flag(string name) => Text(name) is not { } text ? null : bool.TryParse(text, out var flag) ? flag : throw S3Error.MalformedXml();

    /// <summary>The element itself, which has no children but those of these names.</summary>
    /// <exception cref="AwsError">It has others.</exception>
    public XmlNode Only(params IReadOnlyList<string> names) =>
        Element.Elements().All(child => names.Contains(child.Name.LocalName)) ? this : throw S3Error.MalformedXml();
}
