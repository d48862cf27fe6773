using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>Names differ by more than their case. Permissions boundaries are not there, so that asking for one is refused rather than passed over.</summary>
internal sealed class CreateRole(TrustRules trust, SandboxClock clock) : IIamOperation
{
    private const string ServiceLinkedName = "AWSServiceRoleFor";

    public string Name => nameof(CreateRole);

    public XElement Execute(IamCall call)
    {
        var name = call.RequiredName("RoleName", IamRole.LongestName);
        var path = IamConstraint.Path(call.Parameters);
        var settings = RoleSettings.Read(call.Parameters);
        var tags = RoleTags.Read(call.Parameters);
        if (call.Parameters.Text("PermissionsBoundary") is not null)
        {
            throw IamError.InvalidInput("This sandbox has no permissions boundaries: PermissionsBoundary is not supported.");
        }

        // That services make these themselves is AWS's rule; the words are not AWS's.
        if (name.StartsWith(ServiceLinkedName, StringComparison.Ordinal) || path.StartsWith("/aws-service-role/", StringComparison.Ordinal))
        {
            throw IamError.InvalidInput($"{name} is a name of a service-linked role, which only AWS makes.");
        }

        if (call.Roles.Exists(role => role.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw IamError.AlreadyExists($"Role with name {name} already exists.");
        }

        var role = new IamRole
        {
            AccountId = call.AccountId,
            Path = path,
            Name = name,
            Id = IamRole.NewId(),
            CreatedAt = clock.GetUtcNow(),
            Trust = trust.Accept(call.Required("AssumeRolePolicyDocument")),
            Description = settings.Description,
            MaxSessionDuration = settings.MaxSessionDuration ?? IamRole.UsualSession,
            Tags = tags,
        };
        call.Roles.Add(role);
        return new XElement("CreateRoleResult", RoleXml.Created(role));
    }
}
