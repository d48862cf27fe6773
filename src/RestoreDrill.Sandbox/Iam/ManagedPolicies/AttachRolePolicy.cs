using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.ManagedPolicies;

/// <summary>What is attached already stays attached.</summary>
internal sealed class AttachRolePolicy : IIamOperation
{
    public string Name => nameof(AttachRolePolicy);

    public XElement? Execute(IamCall call)
    {
        var role = call.ChangeableRole();
        var arn = PolicyArn.Of(call);
        var policy = ManagedPolicy.WithArn(arn) ?? throw IamError.NoSuchEntity($"Policy {arn} does not exist or is not attachable.");
        if (policy.IsForServiceLinkedRoles)
        {
            throw new Http.AwsError("PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer Role.");
        }

        if (role.AttachedPolicies.Contains(arn))
        {
            return null;
        }

        var most = call.State.Quotas.AttachedPolicies;
        if (role.AttachedPolicies.Count >= most)
        {
            throw IamError.LimitExceeded($"Cannot exceed quota for PoliciesPerRole: {most}");
        }

        role.AttachedPolicies.Add(arn);
        return null;
    }
}
