using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.Roles;

internal sealed class GetRole : IIamOperation
{
    public string Name => nameof(GetRole);

    public XElement Execute(IamCall call) => new("GetRoleResult", RoleXml.Whole(call.Role()));
}
