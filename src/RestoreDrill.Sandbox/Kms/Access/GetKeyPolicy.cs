namespace RestoreDrill.Sandbox.Kms.Access;

internal sealed class GetKeyPolicy : IKmsOperation
{
    public string Name => nameof(GetKeyPolicy);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.Key();
        KeyPolicyName.Check(call);
        return KmsJson.Object(("Policy", key.Policy), ("PolicyName", KeyPolicyName.Only));
    }
}
