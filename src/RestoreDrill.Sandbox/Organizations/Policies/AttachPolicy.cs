using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>Hangs a policy on a root, an organisational unit or an account; on one at most ten, and each once.</summary>
internal sealed class AttachPolicy : IOrganizationsOperation
{
    public string Name => nameof(AttachPolicy);

    public Dictionary<string, object>? Execute(OrganizationsCall call)
    {
        var attachment = new PolicyAttachment(call.Policy().Id, call.Target());
        if (!call.State.HasServiceControlPolicies)
        {
            throw new AwsError("PolicyTypeNotEnabledException", "This operation can be performed only for enabled policy types.");
        }

        // AWS's own text, about names and types.
        if (call.State.Attachments.Contains(attachment))
        {
            throw new AwsError("DuplicatePolicyAttachmentException", "A policy with the specified name and type already exists.");
        }

        if (call.State.PoliciesOn(attachment.TargetId).Count() >= PolicyRules.MostOnTarget)
        {
            throw OrganizationsError.ConstraintViolation(
                "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", "You have attached the maximum number of policies to the specified target.");
        }

        call.State.Attachments.Add(attachment);
        return null;
    }
}
