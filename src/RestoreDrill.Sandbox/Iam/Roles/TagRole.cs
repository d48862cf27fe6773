using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.Roles;

internal sealed class TagRole : IIamOperation
{
    public string Name => nameof(TagRole);

    public XElement? Execute(IamCall call)
    {
        var role = call.ChangeableRole();
        var tags = RoleTags.Read(call.Parameters);
        if (tags.Count == 0)
        {
            throw IamConstraint.Broken("Tags", "not be null");
        }

        RoleTags.Merge(role, tags);
        return null;
    }
}
