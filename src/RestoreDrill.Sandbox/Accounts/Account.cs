namespace RestoreDrill.Sandbox.Accounts;

/// <summary>One of the three AWS accounts of the sandbox.</summary>
/// <param name="Id">The twelve digits.</param>
/// <param name="Name">The profile name of its long-lived keys.</param>
public sealed record Account(string Id, string Name)
{
    public static readonly Account Source = new("111111111111", "source");
    public static readonly Account Vault = new("222222222222", "vault");
    public static readonly Account Management = new("333333333333", "management");

    public static IReadOnlyList<Account> All { get; } = [Source, Vault, Management];

    /// <summary>The account of that name or id.</summary>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public static Account Named(string nameOrId) =>
        All.FirstOrDefault(account => account.Name == nameOrId || account.Id == nameOrId)
        ?? throw new ArgumentException($"There is no account '{nameOrId}' here: use {string.Join(", ", All.Select(account => account.Name))}.");
}
