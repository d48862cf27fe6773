using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.Roles;

internal sealed class ListRoleTags : IIamOperation
{
    public string Name => nameof(ListRoleTags);

    public XElement Execute(IamCall call) =>
        new("ListRoleTagsResult", IamPage.Of(call.Parameters, "Tags", call.Role().Tags, static tag => tag.Key, RoleTags.Element));
}
