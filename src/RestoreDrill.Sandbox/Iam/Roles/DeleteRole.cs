using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>Only a role without policies goes. Sessions that were made in it may do nothing from then on.</summary>
internal sealed class DeleteRole(TrustedPrincipals principals) : IIamOperation
{
    public string Name => nameof(DeleteRole);

    public XElement? Execute(IamCall call)
    {
        var role = call.ChangeableRole();
        if (role.AttachedPolicies.Count > 0)
        {
            throw IamError.DeleteConflict("Cannot delete entity, must detach all policies first.");
        }

        if (role.InlinePolicies.Count > 0)
        {
            throw IamError.DeleteConflict("Cannot delete entity, must delete policies first.");
        }

        call.Roles.Remove(role);
        principals.Forget(role);
        return null;
    }
}
