using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Rds.Instances;

internal sealed class DescribeDBInstances : IRdsOperation
{
    private static readonly Dictionary<string, Func<DbInstance, string?>> Known = new()
    {
        ["db-instance-id"] = instance => instance.Identifier,
        ["dbi-resource-id"] = instance => instance.DbiResourceId,
        ["engine"] = _ => "postgres",
        ["db-cluster-id"] = _ => null,
        ["domain"] = _ => null,
    };

    public string Name => nameof(DescribeDBInstances);

    public XElement? Execute(RdsCall call)
    {
        var identifier = call.Parameters.Text("DBInstanceIdentifier");
        var instances = identifier is null ? call.Instances : [call.Instance(RdsArn.TryParse(identifier)?.Name ?? identifier)];
        return Page.Of(call.Parameters, "DescribeDBInstancesResult", "DBInstances",
            instances.Where(Filters.Read(call.Parameters, Known)), instance => instance.Identifier, instance => InstanceXml.Render(call, instance));
    }
}
