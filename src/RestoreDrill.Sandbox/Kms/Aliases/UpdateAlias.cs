using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Kms.Aliases;

/// <summary>Points an alias at another key of the account and region, which must not be about to be deleted; the one that it leaves may be.</summary>
internal sealed class UpdateAlias(SandboxClock clock) : IKmsOperation
{
    public string Name => nameof(UpdateAlias);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var alias = AliasName.Find(call, AliasName.OfCustomer(call));
        (alias.TargetKeyId, alias.UpdatedAt) = (call.LastingKey("TargetKeyId").KeyId, clock.GetUtcNow());
        return null;
    }
}
