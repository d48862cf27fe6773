using System.Text.Json;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>The state of all accounts: in memory, and after each change whole on disk.</summary>
internal sealed class AccountStates
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };
    private readonly StateDirectory directory;
    private readonly Dictionary<string, AccountState> byId;

    public AccountStates(StateDirectory directory)
    {
        this.directory = directory;
        byId = Account.All.ToDictionary(account => account.Id, account => Read(account.Id));
    }

    /// <summary>Held while state is read or changed; never while waiting.</summary>
    public Lock Gate { get; } = new();

    public IEnumerable<AccountState> All => byId.Values;

    public AccountState Of(string accountId) => byId[accountId];

    public void Save(AccountState state) =>
        PrivateFile.Write(directory.AccountFile(state.AccountId), JsonSerializer.SerializeToUtf8Bytes(state, Format));

    private AccountState Read(string accountId)
    {
        var path = directory.AccountFile(accountId);
        return File.Exists(path)
            ? JsonSerializer.Deserialize<AccountState>(File.ReadAllBytes(path), Format)
                ?? throw new InvalidDataException($"{path} is empty. Remove the state directory and start again.")
            : new AccountState { AccountId = accountId };
    }
}
