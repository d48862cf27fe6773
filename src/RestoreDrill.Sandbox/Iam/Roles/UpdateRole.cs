using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>Sets what was sent and leaves the rest; an empty description takes it away.</summary>
internal sealed class UpdateRole : IIamOperation
{
    public string Name => nameof(UpdateRole);

    public XElement Execute(IamCall call)
    {
        var role = call.ChangeableRole();
        var settings = RoleSettings.Read(call.Parameters);
        role.Description = settings.Description is null ? role.Description : settings.Description.Length == 0 ? null : settings.Description;
        role.MaxSessionDuration = settings.MaxSessionDuration ?? role.MaxSessionDuration;
        return new XElement("UpdateRoleResult");
    }
}
