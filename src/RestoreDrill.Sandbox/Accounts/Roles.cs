using RestoreDrill.Sandbox.Iam;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>The roles of all accounts, as they are now.</summary>
internal sealed class Roles
{
    private readonly AccountStates states;
    private readonly PremadeRoles premade;

    public Roles(AccountStates states, PremadeRoles premade)
    {
        (this.states, this.premade) = (states, premade);
        ForEachAccount(premade.Furnish);
    }

    /// <summary>Gives the pre-made roles what the shipped policies give an installation.</summary>
    public void Install(string installation) => ForEachAccount(state => premade.Install(state, installation));

    public Role? WithArn(string arn)
    {
        lock (states.Gate)
        {
            return states.All.SelectMany(static state => state.Iam.Roles).FirstOrDefault(role => role.Arn == arn)?.AsRole();
        }
    }

    /// <summary>Whether an account has a role of that name, whatever its path.</summary>
    public bool HasNamed(string accountId, string name)
    {
        lock (states.Gate)
        {
            return states.Of(accountId).Iam.Roles.Exists(role => role.Name == name);
        }
    }

    /// <summary>The role that a caller works in. A session is of one role, not of another that has got its name since.</summary>
    public Role? OfSession(Principal caller)
    {
        lock (states.Gate)
        {
            return states.Of(caller.AccountId).Iam.Roles
                .Find(role => role.Name == caller.Role && caller.UserId.StartsWith(role.Id + ":", StringComparison.Ordinal))?.AsRole();
        }
    }

    private void ForEachAccount(Action<AccountState> change)
    {
        lock (states.Gate)
        {
            foreach (var state in states.All)
            {
                change(state);
                states.Save(state);
            }
        }
    }
}
