namespace RestoreDrill.Sandbox.Kms.Aliases;

internal sealed class ListAliases : IKmsOperation
{
    private static readonly KmsPage Page = new(50, 100);

    public string Name => nameof(ListAliases);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var target = call.Parameters.Text("KeyId") is null ? null : call.Key().KeyId;
        return Page.Of(
            call.Parameters,
            "Aliases",
            call.Keys.AliasesOf(call.AccountId, call.Region).Where(alias => target is null || alias.TargetKeyId == target),
            alias => alias.Name,
            alias => KmsJson.Object(
                ("AliasName", alias.Name), ("AliasArn", alias.Arn), ("TargetKeyId", alias.TargetKeyId), ("CreationDate", alias.CreatedAt), ("LastUpdatedDate", alias.UpdatedAt)));
    }
}
