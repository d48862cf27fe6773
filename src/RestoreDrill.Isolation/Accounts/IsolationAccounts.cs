using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Isolation;

namespace RestoreDrill.Isolation.Accounts;

/// <summary>The three accounts: the management account with a person's credentials, the other two by the role that lets it in.</summary>
internal sealed class IsolationAccounts : IDisposable
{
    private readonly VaultIsolation _view;

    public IsolationAccounts(IsolationOptions options, TimeProvider time)
    {
        Management = new AccountSession(Access(options, null), time);
        Vault = new AccountSession(Access(options, options.VaultAccount), time);
        Source = new AccountSession(Access(options, options.SourceAccount), time);
        _view = new VaultIsolation(Management);
        Organisation = new ManagementOrganisation(Management, _view, options.VaultAccount);
    }

    public AccountSession Management { get; }

    public AccountSession Vault { get; }

    public AccountSession Source { get; }

    public ManagementOrganisation Organisation { get; }

    public void Dispose()
    {
        // It ends the management account's session with it.
        _view.Dispose();
        Vault.Dispose();
        Source.Dispose();
    }

    private static AccountAccess Access(IsolationOptions options, string? member) => new()
    {
        Region = options.Region,
        Profile = options.Profile,
        CredentialsFile = options.CredentialsFile,
        Endpoint = options.Endpoint,
        RoleArn = member is null ? null : $"arn:aws:iam::{member}:role/{options.MemberRole}",
        SessionName = "restoredrill-isolation",
    };
}
