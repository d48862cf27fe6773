using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>Is shown a document part by part, in the order in which the parts come. What it is shown is valid during the call only.</summary>
internal interface ITerraformVisitor
{
    void Visit(PlannedChange change);

    void Visit(StateObject found);

    /// <summary>A provider's configuration, as a plan tells it.</summary>
    void VisitProvider(string key, JsonElement configuration);

    /// <summary>A variable of the root module.</summary>
    void VisitVariable(string name, JsonElement variable);

    /// <summary>An invocation of a provider's action, which changes things without being a change of a resource.</summary>
    void VisitAction(string address);
}
