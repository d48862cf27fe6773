namespace RestoreDrill.Sandbox.Kms.Access;

internal sealed class PutKeyPolicy(KeyPolicyRules rules) : IKmsOperation
{
    public string Name => nameof(PutKeyPolicy);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.Key();
        KeyPolicyName.Check(call);
        var policy = call.Required("Policy");
        rules.Check(call, key, policy);
        key.Policy = policy;
        return null;
    }
}
