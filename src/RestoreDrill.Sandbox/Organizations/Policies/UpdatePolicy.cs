namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>Changes what is sent and leaves the rest. What a policy says counts at once wherever it hangs.</summary>
internal sealed class UpdatePolicy : IOrganizationsOperation
{
    public string Name => nameof(UpdatePolicy);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var policy = call.Policy();
        if (policy.IsAwsManaged)
        {
            throw OrganizationsError.InvalidInput("IMMUTABLE_POLICY", "You specified a policy that is managed by Amazon Web Services and can't be modified.");
        }

        var name = call.Parameters.Text("Name") is { } renamed ? PolicyRules.Name(call.State, renamed, policy) : policy.Name;
        var description = call.Parameters.Has("Description")
            ? PolicyRules.Bounded(call.Parameters.Text("Description") ?? "", PolicyRules.LongestDescription)
            : policy.Description;
        var content = call.Parameters.Text("Content") is { } changed ? PolicyRules.Content(changed) : policy.Content;
        (policy.Name, policy.Description, policy.Content) = (name, description, content);
        return OrganizationsJson.Policy(call.State, policy);
    }
}
