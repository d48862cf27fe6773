using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Rds.Groups;

internal sealed class DescribeDBParameters : IRdsOperation
{
    public string Name => nameof(DescribeDBParameters);

    public XElement? Execute(RdsCall call)
    {
        var group = ParameterGroups.Get(call, call.Parameters.Required("DBParameterGroupName"));
        var source = call.Parameters.Text("Source");
        var filter = Filters.Read(call.Parameters, new Dictionary<string, Func<DbParameter, string?>> { ["parameter-name"] = parameter => parameter.Name });
        var parameters = ParameterCatalog.Of(group).Where(parameter => source is null || parameter.Source == source).Where(filter);
        return Page.Of(call.Parameters, "DescribeDBParametersResult", "Parameters", parameters, parameter => parameter.Name, parameter => parameter.Xml());
    }
}
