using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

internal sealed class DescribeDBSnapshotAttributes : IRdsOperation
{
    public string Name => nameof(DescribeDBSnapshotAttributes);

    public XElement? Execute(RdsCall call) =>
        SnapshotAttributes.Result(Name, SnapshotLookup.GetOwn(call, call.Parameters.Required("DBSnapshotIdentifier")));
}
