using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>The one attribute that a snapshot has: which accounts may restore it.</summary>
internal static class SnapshotAttributes
{
    public const string Restore = "restore";

    public static XElement Result(string action, DbSnapshot snapshot) =>
        new(action + "Result",
            new XElement("DBSnapshotAttributesResult",
                new XElement("DBSnapshotIdentifier", snapshot.Identifier),
                new XElement("DBSnapshotAttributes", new XElement("DBSnapshotAttribute",
                    new XElement("AttributeName", Restore),
                    QueryXml.List("AttributeValues", "AttributeValue", snapshot.SharedWith)))));
}
