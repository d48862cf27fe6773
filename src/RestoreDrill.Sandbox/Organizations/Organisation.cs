using System.Collections.Concurrent;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Organizations.Accounts;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>The one organisation of the sandbox's accounts, and what follows from it for the calls of each.</summary>
internal sealed class Organisation
{
    private readonly AccountStates states;
    private readonly SandboxClock clock;
    private readonly ConcurrentDictionary<(string Content, PolicyKind Kind), PolicyDocument> read = new();

    public Organisation(AccountStates states, SandboxClock clock)
    {
        (this.states, this.clock) = (states, clock);
        lock (states.Gate)
        {
            var management = states.Of(Account.Management.Id);
            if (management.Organisation is null)
            {
                management.Organisation = OrganisationState.New(Now);
                states.Save(management);
            }
        }
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Call with the states held.</summary>
    public OrganisationState State => states.Of(Account.Management.Id).Organisation!;

    /// <summary>The accounts that belong to it now, a closed one until it is gone for good. Call with the states held.</summary>
    public IEnumerable<Member> Members => State.Members.Where(member => !member.IsGone(Now));

    public bool HasMember(string accountId)
    {
        lock (states.Gate)
        {
            return Members.Any(member => member.AccountId == accountId);
        }
    }

    /// <summary>Whether an account was closed, or is about to be: from then on it can be used for nothing.</summary>
    public bool IsClosed(string accountId)
    {
        lock (states.Gate)
        {
            return State.Members.Exists(member => member.AccountId == accountId && member.ClosedAt is not null);
        }
    }

    /// <summary>The service control policies from the root down to an account; null where it is in no organisation, or none has been turned on.</summary>
    public ServiceControls? ControlsOf(string accountId)
    {
        lock (states.Gate)
        {
            return State.HasServiceControlPolicies && HasMember(accountId)
                ? new ServiceControls(Account.Management.Id, [.. State.LineOf(accountId).Select(LevelOf)])
                : null;
        }
    }

    /// <summary>
    /// The condition keys that a request has from the organisation of its caller and of its resource (IAM user guide, "AWS global condition context keys").
    /// </summary>
    public IReadOnlyList<(string Key, string[] Values)> KeysOf(string callerAccountId, string resourceAccountId)
    {
        lock (states.Gate)
        {
            return [.. KeysFor("Principal", callerAccountId), .. KeysFor("Resource", resourceAccountId)];
        }
    }

    /// <summary>A policy that was read before it was kept.</summary>
    public PolicyDocument Read(string content, PolicyKind kind) => read.GetOrAdd((content, kind), key => PolicyParser.Parse(key.Content, key.Kind));

    private ControlLevel LevelOf(string target) => new(
        target,
        [
            .. State.PoliciesOn(target)
                .Select(policy => new NamedPolicy(OrganizationArn.For(State, policy.Id), Read(policy.Content, PolicyKind.ServiceControl))),
        ]);

    private IEnumerable<(string Key, string[] Values)> KeysFor(string whose, string accountId)
    {
        if (Members.FirstOrDefault(candidate => candidate.AccountId == accountId) is { } member)
        {
            yield return ($"aws:{whose}OrgID", [State.Id]);
            yield return ($"aws:{whose}OrgPaths", [State.PathOf(member.ParentId)]);
        }
    }
}
