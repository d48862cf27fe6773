using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3;

/// <summary>Documents of the REST-XML protocol.</summary>
internal static class S3Xml
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static string Text(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = Namespace + element.Name.LocalName;
        }

        return Declaration + root.ToString(SaveOptions.DisableFormatting);
    }

    public static string Error(AwsError error, string requestId, string hostId) => Declaration + new XElement("Error",
        new XElement("Code", error.Code),
        new XElement("Message", error.Message),
        error.Members.Select(member => new XElement(member.Name, member.Value)),
        new XElement("RequestId", requestId),
        new XElement("HostId", hostId)).ToString(SaveOptions.DisableFormatting);

    /// <summary>Reads a body whose root has that name, whatever its namespace.</summary>
    /// <exception cref="AwsError">MalformedXML, or MissingRequestBodyError for no body at all.</exception>
    public static XmlNode Read(byte[] body, string root)
    {
        if (body.Length == 0)
        {
            throw new AwsError("MissingRequestBodyError", "Request Body is empty");
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var document = XDocument.Load(reader);
            return document.Root?.Name.LocalName == root ? new XmlNode(document.Root) : throw S3Error.MalformedXml();
        }
        catch (XmlException)
        {
            throw S3Error.MalformedXml();
        }
    }

    /// <summary>S3 keeps times of retention to the millisecond.</summary>
    public static string Time(DateTimeOffset time) => QueryXml.Time(time);

    /// <exception cref="AwsError">MalformedXML.</exception>
    public static DateTimeOffset ReadTime(string text) => TryTime(text) ?? throw S3Error.MalformedXml();

    /// <summary>A moment in ISO 8601; null for anything else.</summary>
    public static DateTimeOffset? TryTime(string text) => DateTimeOffset.TryParseExact(
        text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time.ToUniversalTime()
        : null;
}
