using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.Roles;

internal sealed class ListRoles : IIamOperation
{
    public string Name => nameof(ListRoles);

    public XElement Execute(IamCall call)
    {
        var prefix = IamConstraint.PathPrefix(call.Parameters);
        var roles = call.Roles.Where(role => role.Path.StartsWith(prefix, StringComparison.Ordinal));
        return new XElement("ListRolesResult", IamPage.Of(call.Parameters, "Roles", roles, static role => role.Name, RoleXml.Listed));
    }
}
