using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Groups;

/// <summary>What is known of one server parameter of a family.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The default, or null where RDS shows none.</param>
/// <param name="Description">What it does.</param>
/// <param name="Source"><c>engine-default</c> or <c>system</c>; <c>user</c> once somebody set it.</param>
/// <param name="ApplyType"><c>static</c> where a change needs a restart, else <c>dynamic</c>.</param>
/// <param name="DataType"><c>boolean</c>, <c>integer</c>, <c>float</c>, <c>string</c> or <c>list</c>.</param>
/// <param name="AllowedValues">A range or a list, or null.</param>
/// <param name="IsModifiable">Whether a group may set it.</param>
internal sealed record DbParameter(
    string Name, string? Value, string Description, string Source, string ApplyType, string DataType, string? AllowedValues, bool IsModifiable)
{
    public XElement Xml() =>
        new("Parameter",
            new XElement("ParameterName", Name),
            QueryXml.Optional("ParameterValue", Value),
            new XElement("Description", Description),
            new XElement("Source", Source),
            new XElement("ApplyType", ApplyType),
            new XElement("DataType", DataType),
            QueryXml.Optional("AllowedValues", AllowedValues),
            QueryXml.Optional("IsModifiable", IsModifiable),
            new XElement("ApplyMethod", ApplyType == "static" ? "pending-reboot" : "immediate"));
}
