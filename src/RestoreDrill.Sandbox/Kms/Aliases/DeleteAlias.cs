namespace RestoreDrill.Sandbox.Kms.Aliases;

/// <summary>Deletes an alias; its key stays.</summary>
internal sealed class DeleteAlias : IKmsOperation
{
    public string Name => nameof(DeleteAlias);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        call.State.Aliases.Remove(AliasName.Find(call, AliasName.OfCustomer(call)));
        return null;
    }
}
