using System.Globalization;
using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Http;

/// <summary>Answers of the query protocol.</summary>
internal static class QueryXml
{
    public static string Answer(XNamespace ns, string action, string requestId, XElement? result)
    {
        var response = new XElement(action + "Response", result, new XElement("ResponseMetadata", new XElement("RequestId", requestId)));
        return Text(ns, response);
    }

    public static string Error(XNamespace ns, AwsError error, string requestId) =>
        Text(ns, new XElement("ErrorResponse",
            new XElement("Error",
                new XElement("Type", error.IsSenders ? "Sender" : "Receiver"),
                new XElement("Code", error.Code),
                new XElement("Message", error.Message)),
            new XElement("RequestId", requestId)));

    /// <summary>An element, or nothing where there is no value: AWS leaves out what it does not know.</summary>
    public static XElement? Optional(string name, object? value) => value switch
    {
        null => null,
        bool flag => new XElement(name, flag ? "true" : "false"),
        DateTimeOffset time => new XElement(name, Time(time)),
        _ => new XElement(name, Convert.ToString(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>A list element with one child for each item.</summary>
    public static XElement List(string name, string itemName, IEnumerable<string> items) =>
        new(name, items.Select(item => new XElement(itemName, item)));

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Text(XNamespace ns, XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = ns + element.Name.LocalName;
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }
}
