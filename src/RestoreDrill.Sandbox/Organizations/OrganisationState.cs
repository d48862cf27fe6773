using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Organizations.Accounts;
using RestoreDrill.Sandbox.Organizations.Delegation;
using RestoreDrill.Sandbox.Organizations.Policies;
using RestoreDrill.Sandbox.Organizations.Services;
using RestoreDrill.Sandbox.Organizations.Units;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>The organisation with all features, as the state of its management account keeps it. Read and changed only under <see cref="AccountStates.Gate"/>.</summary>
internal sealed class OrganisationState
{
    public required string Id { get; init; }

    public required string RootId { get; init; }

    /// <summary>Whether service control policies are on in the root. While they are not, none hangs anywhere.</summary>
    public bool HasServiceControlPolicies { get; set; }

    /// <summary>The accounts that belong to it, the management account among them, and those that it lost by being closed for good.</summary>
    public List<Member> Members { get; init; } = [];

    public List<Unit> Units { get; init; } = [];

    public List<ServiceControlPolicy> Policies { get; init; } = [];

    public List<PolicyAttachment> Attachments { get; init; } = [];

    /// <summary>The organisation's resource policy; null while there is none.</summary>
    public DelegationPolicy? Delegation { get; set; }

    public List<TrustedService> TrustedServices { get; init; } = [];

    /// <summary>Tags by the id of what has them.</summary>
    public Dictionary<string, List<ResourceTag>> Tags { get; init; } = [];

    /// <summary>All accounts directly below the root, and the policy that AWS gives every organisation.</summary>
    public static OrganisationState New(DateTimeOffset now)
    {
        var state = new OrganisationState { Id = OrganizationIds.New("o-", 10), RootId = OrganizationIds.New("r-", 4) };
        state.Members.AddRange(Account.All.Select(account => new Member { AccountId = account.Id, JoinedAt = now, ParentId = state.RootId }));
        state.Policies.Add(ServiceControlPolicy.FullAccess());
        return state;
    }

    public bool IsParent(string id) => id == RootId || Units.Exists(unit => unit.Id == id);

    /// <summary>The root, organisational units and account from the root down to one of them.</summary>
    public IReadOnlyList<string> LineOf(string id)
    {
        List<string> line = [id];
        while (ParentOf(line[0]) is { } parent)
        {
            line.Insert(0, parent);
        }

        return line;
    }

    /// <summary>A line as AWS writes it: <c>o-1/r-2/ou-2-3/</c>.</summary>
    public string PathOf(string id) => $"{Id}/{string.Join('/', LineOf(id))}/";

    public IEnumerable<ServiceControlPolicy> PoliciesOn(string target) =>
        Policies.Where(policy => Attachments.Contains(new PolicyAttachment(policy.Id, target)));

    /// <summary>What is new has AWS's own policy from the start, if such policies are on.</summary>
    public void AttachFirst(string target)
    {
        if (HasServiceControlPolicies)
        {
            Attachments.Add(new PolicyAttachment(ServiceControlPolicy.FullAccessId, target));
        }
    }

    public string? ParentOf(string id) =>
        Members.Find(member => member.AccountId == id)?.ParentId ?? Units.Find(unit => unit.Id == id)?.ParentId;
}
