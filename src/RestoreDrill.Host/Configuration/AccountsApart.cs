namespace RestoreDrill.Host.Configuration;

/// <summary>The rules that keep the two accounts apart. A configuration that breaks one is refused as unsafe, not as misspelt.</summary>
internal static class AccountsApart
{
    public static void Check(Section root, string? source, string? vault)
    {
        if (source is { } account && account == vault)
        {
            root.Findings.Refuse(
                root.KeyPath("Vault:AccountId"),
                $"is {account}, the source account too; write a separate account: whoever loses the one must not lose the copies with it");
        }
    }
}
