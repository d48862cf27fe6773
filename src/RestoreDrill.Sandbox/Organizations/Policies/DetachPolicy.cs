using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>Takes a policy from a target, which has to keep one.</summary>
internal sealed class DetachPolicy : IOrganizationsOperation
{
    public string Name => nameof(DetachPolicy);

    public Dictionary<string, object>? Execute(OrganizationsCall call)
    {
        var attachment = new PolicyAttachment(call.Policy().Id, call.Target());
        if (!call.State.Attachments.Contains(attachment))
        {
            throw new AwsError("PolicyNotAttachedException", "The policy isn't attached to the specified target in the specified root.");
        }

        if (call.State.PoliciesOn(attachment.TargetId).Count() == 1)
        {
            throw OrganizationsError.ConstraintViolation(
                "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
                "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.");
        }

        call.State.Attachments.Remove(attachment);
        return null;
    }
}
