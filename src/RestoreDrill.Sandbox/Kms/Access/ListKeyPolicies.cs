namespace RestoreDrill.Sandbox.Kms.Access;

internal sealed class ListKeyPolicies : IKmsOperation
{
    private static readonly KmsPage Page = new(100, 1000);
    private static readonly string[] Names = [KeyPolicyName.Only];

    public string Name => nameof(ListKeyPolicies);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        call.Key();
        return Page.Of(call.Parameters, "PolicyNames", Names, name => name, name => name);
    }
}
