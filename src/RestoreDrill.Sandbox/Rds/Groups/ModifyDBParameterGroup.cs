using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Groups;

/// <summary>Sets parameters of a group. A running instance takes them at its next start, and says so by <c>pending-reboot</c>.</summary>
internal sealed class ModifyDBParameterGroup : IRdsOperation
{
    private const int Most = 20;

    public string Name => nameof(ModifyDBParameterGroup);

    public XElement? Execute(RdsCall call)
    {
        var group = ParameterGroups.Get(call, call.Parameters.Required("DBParameterGroupName"));
        if (ParameterGroups.IsDefault(group.Name))
        {
            throw AwsError.InvalidParameterValue($"Default parameter groups cannot be modified: {group.Name}");
        }

        var parameters = call.Parameters.Items("Parameters") ?? throw AwsError.MissingParameter("Parameters");
        if (parameters.Count > Most)
        {
            throw AwsError.InvalidParameterCombination($"Maximum number of parameters that can be modified in a single request is {Most}");
        }

        var values = parameters.Select(Read).ToList();
        foreach (var (name, value) in values)
        {
            group.Values[name] = value;
        }

        foreach (var instance in call.Instances.Where(instance => instance.ParameterGroupName == group.Name))
        {
            instance.ParameterApplyStatus = "pending-reboot";
        }

        return new XElement("ModifyDBParameterGroupResult", new XElement("DBParameterGroupName", group.Name));
    }

    private static (string Name, string Value) Read(CallParameters item)
    {
        var name = item.Required("ParameterName");
        var value = item.Text("ParameterValue") ?? "";
        var known = ParameterCatalog.Parameters.GetValueOrDefault(name)
            ?? throw AwsError.InvalidParameterValue($"Could not find parameter with name: {name}");
        if (!known.IsModifiable)
        {
            throw AwsError.InvalidParameterValue($"The parameter {name} cannot be modified.");
        }

        var method = item.Required("ApplyMethod");
        return method == "pending-reboot" || known.ApplyType == "dynamic"
            ? (name, value)
            : throw AwsError.InvalidParameterCombination($"cannot use immediate apply method for static parameter {name}");
    }
}
