using RestoreDrill.Sandbox.Organizations.Policies;

namespace RestoreDrill.Sandbox.Organizations.Tagging;

internal sealed class TagResource : IOrganizationsOperation
{
    public string Name => nameof(TagResource);

    public Dictionary<string, object>? Execute(OrganizationsCall call)
    {
        var id = TaggedPart.Of(call);
        if (id == ServiceControlPolicy.FullAccessId)
        {
            throw OrganizationsError.InvalidInput("TARGET_NOT_SUPPORTED", "You can't perform the specified operation on that target entity.");
        }

        OrganizationsTags.Put(call.State, id, OrganizationsTags.Read(call.Parameters) is { Count: > 0 } tags
            ? tags
            : throw OrganizationsError.InvalidInput("INPUT_REQUIRED", "You must include a value for all required parameters: Tags."));
        return null;
    }
}
