using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Organizations.Accounts;
using RestoreDrill.Sandbox.Organizations.Policies;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>A call with the organisation that it sees, and the readings of its parameters.</summary>
internal sealed record OrganizationsCall(AwsCall Call, Organisation Organisation, OrganizationsPage Pages)
{
    public CallParameters Parameters => Call.Parameters;

    public OrganisationState State => Organisation.State;

    public DateTimeOffset Now => Organisation.Now;

    /// <exception cref="AwsError">InvalidInputException.</exception>
    public string Required(string name) =>
        Parameters.Text(name) ?? throw OrganizationsError.InvalidInput("INPUT_REQUIRED", $"You must include a value for all required parameters: {name}.");

    /// <summary>The id of an existing root or organisational unit.</summary>
    /// <exception cref="AwsError">InvalidInputException, or <paramref name="code"/>.</exception>
    public string Parent(string name = "ParentId", string code = "ParentNotFoundException")
    {
        var id = Matching(name, "INVALID_PATTERN", OrganizationIds.Root(), OrganizationIds.Unit());
        return State.IsParent(id) ? id : throw OrganizationsError.NoSuchParent(code);
    }

    /// <exception cref="AwsError">InvalidInputException or AccountNotFoundException.</exception>
    public Member Account()
    {
        var id = Matching("AccountId", "INVALID_PATTERN", OrganizationIds.Account());
        return Organisation.Members.FirstOrDefault(member => member.AccountId == id) ?? throw OrganizationsError.NoSuchAccount();
    }

    /// <exception cref="AwsError">InvalidInputException or PolicyNotFoundException.</exception>
    public ServiceControlPolicy Policy()
    {
        var id = Matching("PolicyId", "INVALID_SYNTAX_POLICY_ID", OrganizationIds.Policy());
        return State.Policies.Find(policy => policy.Id == id) ?? throw OrganizationsError.NoSuchPolicy();
    }

    /// <summary>The id of an existing root, organisational unit or account that policies can hang on.</summary>
    /// <exception cref="AwsError">InvalidInputException or TargetNotFoundException.</exception>
    public string Target()
    {
        var id = Matching("TargetId", "INVALID_PATTERN_TARGET_ID", OrganizationIds.Root(), OrganizationIds.Unit(), OrganizationIds.Account());
        return IsInTree(id) ? id : throw OrganizationsError.NoSuchTarget();
    }

    public bool IsInTree(string id) => State.IsParent(id) || Organisation.Members.Any(member => member.AccountId == id);

    /// <exception cref="AwsError">InvalidInputException: it is not there, or like none of the patterns.</exception>
    public string Matching(string name, string reason, params ReadOnlySpan<Regex> patterns)
    {
        var id = Required(name);
        foreach (var pattern in patterns)
        {
            if (pattern.IsMatch(id))
            {
                return id;
            }
        }

        throw OrganizationsError.InvalidPattern(reason);
    }

    /// <summary>One page of a list, as <see cref="OrganizationsPage"/> cuts it.</summary>
    public Dictionary<string, object> Page<T>(string list, IEnumerable<T> records, Func<T, string> key, Func<T, Dictionary<string, object>> render) =>
        Pages.Of(Parameters, list, records, key, render);
}
