using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Kms.Aliases;

internal sealed class CreateAlias(SandboxClock clock) : IKmsOperation
{
    public string Name => nameof(CreateAlias);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var name = AliasName.OfCustomer(call);
        var key = call.LastingKey("TargetKeyId");
        if (call.State.Aliases.Exists(other => other.Name == name && other.Region == call.Region))
        {
            throw KmsError.AlreadyExists($"An alias with the name {KmsAlias.ArnOf(call.AccountId, call.Region, name)} already exists");
        }

        var now = clock.GetUtcNow();
        call.State.Aliases.Add(new KmsAlias
        {
            AccountId = call.AccountId, Region = call.Region, Name = name, TargetKeyId = key.KeyId, CreatedAt = now, UpdatedAt = now,
        });
        return null;
    }
}
