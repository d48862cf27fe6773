using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Tests.Policies;

public sealed class PolicyEvaluatorTests
{
    private const string Anything = ",\"Resource\":\"*\"";
    private const string ThisAccount = "{\"AWS\":\"111111111111\"}";
    private const string OtherAccount = "{\"AWS\":\"222222222222\"}";
    private const string ThisRole = "{\"AWS\":\"arn:aws:iam::111111111111:role/operator\"}";
    private const string OtherRole = "{\"AWS\":\"arn:aws:iam::222222222222:role/operator\"}";

    private static readonly string IdentityAllows = Asked.Statement("Allow", "IdentityAllows", more: Anything);
    private static readonly string IdentityDenies = Asked.Statement("Deny", "IdentityDenies", "kms:Decrypt", more: Anything);
    private static readonly string ControlAllows = Asked.Statement("Allow", "ControlAllows", more: Anything);
    private static readonly string ControlDenies = Asked.Statement("Deny", "ControlDenies", "kms:Decrypt", more: Anything);

    [Theory]
    [InlineData(false, false, "Identity: denied, nothing allows")]
    [InlineData(true, false, "Identity: allowed by IdentityAllows")]
    [InlineData(true, true, "Identity: denied by IdentityDenies")]
    [InlineData(false, true, "Identity: denied by IdentityDenies")]
    public void Identity_policies_decide_where_there_are_no_others(bool allows, bool denies, string expected) =>
        AssertDecision(expected, Asked.Session, Identity(allows, denies));

    /// <summary>A resource whose policy adds to what identities may do in its own account.</summary>
    [Theory]
    [InlineData(false, null, "Identity: denied, nothing allows")]
    [InlineData(true, null, "Identity: allowed by IdentityAllows")]
    [InlineData(false, ThisRole, "Resource: allowed by ResourceAllows")]
    [InlineData(false, "\"*\"", "Resource: allowed by ResourceAllows")]
    [InlineData(false, ThisAccount, "Identity: denied, nothing allows")]
    [InlineData(true, ThisAccount, "Identity: allowed by IdentityAllows")]
    [InlineData(true, OtherRole, "Identity: allowed by IdentityAllows")]
    public void Resource_policy_of_the_same_account_is_enough_by_name(bool identityAllows, string? principal, string expected) =>
        AssertDecision(expected, Asked.Session, Identity(identityAllows), Resource(principal, isRequired: false));

    /// <summary>A key: without its own policy nobody uses it; what it gives its account, the account's policies give on.</summary>
    [Theory]
    [InlineData(true, null, "Resource: denied, nothing allows")]
    [InlineData(false, ThisAccount, "Identity: denied, nothing allows")]
    [InlineData(true, ThisAccount, "Identity: allowed by IdentityAllows")]
    [InlineData(false, ThisRole, "Resource: allowed by ResourceAllows")]
    [InlineData(true, OtherAccount, "Resource: denied, nothing allows")]
    public void Required_resource_policy_has_to_allow(bool identityAllows, string? principal, string expected) =>
        AssertDecision(expected, Asked.Session, Identity(identityAllows), Resource(principal, isRequired: true));

    [Theory]
    [InlineData(true, OtherRole, "Resource: allowed by ResourceAllows")]
    [InlineData(true, OtherAccount, "Resource: allowed by ResourceAllows")]
    [InlineData(true, "\"*\"", "Resource: allowed by ResourceAllows")]
    [InlineData(true, ThisAccount, "Resource: denied, nothing allows")]
    [InlineData(true, null, "Resource: denied, nothing allows")]
    [InlineData(false, OtherRole, "Identity: denied, nothing allows")]
    [InlineData(false, "\"*\"", "Identity: denied, nothing allows")]
    public void Both_accounts_have_to_allow(bool identityAllows, string? principal, string expected)
    {
        AssertDecision(expected, Asked.Stranger, Identity(identityAllows), Resource(principal, isRequired: false));
        AssertDecision(expected, Asked.Stranger, Identity(identityAllows), Resource(principal, isRequired: true));
    }

    [Fact]
    public void Denial_of_a_resource_policy_wins_over_every_allowance()
    {
        var policy = Asked.Policy(
            PolicyKind.Resource,
            Asked.Statement("Allow", "Everybody", principal: "\"*\"", more: Anything),
            Asked.Statement("Deny", "NotThisAccount", "kms:De*", ThisAccount, Anything));

        AssertDecision("Resource: denied by NotThisAccount", Asked.Session, Identity(true), new ResourcePolicy(PolicyKind.Resource, policy, false));
        AssertDecision("Resource: allowed by Everybody", Asked.Stranger, Identity(true), new ResourcePolicy(PolicyKind.Resource, policy, false));
    }

    [Fact]
    public void Service_needs_no_identity_policy()
    {
        var service = new PolicyCaller(Asked.Here, "backup.amazonaws.com", null);

        AssertDecision("Resource: allowed by ResourceAllows", service, [], Resource("{\"Service\":\"backup.amazonaws.com\"}", isRequired: true));
        AssertDecision("Resource: denied, nothing allows", service, [], Resource("{\"Service\":\"rds.amazonaws.com\"}", isRequired: true));
    }

    [Theory]
    [InlineData("aa", "Identity: allowed by IdentityAllows")]
    [InlineData("-a", "ServiceControl: denied, root allows nothing")]
    [InlineData("a-", "ServiceControl: denied, account allows nothing")]
    [InlineData("da", "ServiceControl: denied by ControlDenies")]
    [InlineData("ad", "ServiceControl: denied by ControlDenies")]
    public void Every_level_of_the_organisation_has_to_allow(string levels, string expected)
    {
        var controls = new ServiceControls(Asked.Management, [Level("root", levels[0]), Level("account", levels[1])]);

        AssertDecision(expected, Asked.Session, Identity(true), controls: controls);
    }

    [Fact]
    public void Service_control_policy_gives_nothing()
    {
        var controls = new ServiceControls(Asked.Management, [Level("root", 'a')]);

        AssertDecision("Identity: denied, nothing allows", Asked.Session, Identity(false), controls: controls);
    }

    [Fact]
    public void Service_control_policies_bind_neither_the_management_account_nor_service_linked_roles()
    {
        var controls = new ServiceControls(Asked.Management, [Level("root", 'd')]);
        var manager = new PolicyCaller(Asked.Management, $"arn:aws:iam::{Asked.Management}:user/administrator", null);
        var service = new PolicyCaller(
            Asked.Here, $"arn:aws:sts::{Asked.Here}:assumed-role/AWSServiceRoleForBackup/x", $"arn:aws:iam::{Asked.Here}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup");

        AssertDecision("Identity: allowed by IdentityAllows", manager, Identity(true), controls: controls);
        AssertDecision("Identity: allowed by IdentityAllows", service, Identity(true), controls: controls);
        AssertDecision("ServiceControl: denied by ControlDenies", Asked.Session, Identity(true), controls: controls);
    }

    [Fact]
    public void Denials_are_told_in_the_order_in_which_AWS_evaluates()
    {
        var denying = new ResourcePolicy(
            PolicyKind.Resource, Asked.Policy(PolicyKind.Resource, Asked.Statement("Deny", "ResourceDenies", principal: "\"*\"", more: Anything)), true);

        AssertDecision(
            "ServiceControl: denied by ControlDenies", Asked.Session, Identity(true, true), denying, new ServiceControls(Asked.Management, [Level("root", 'd')]));
        AssertDecision("Resource: denied by ResourceDenies", Asked.Session, Identity(true, true), denying);
    }

    [Theory]
    [InlineData("{\"StringEquals\":{\"sts:ExternalId\":\"agreed\"}}", true)]
    [InlineData("{\"StringEquals\":{\"sts:ExternalId\":\"other\"}}", false)]
    [InlineData("{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}", false)]
    [InlineData("{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"true\"}}", true)]
    [InlineData("{\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::222222222222:role/oper*\"}}", true)]
    [InlineData("{\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::222222222222:role/other\"}}", false)]
    public void Trust_policy_opens_a_role_under_its_conditions(string condition, bool opens)
    {
        var trust = Asked.Policy(PolicyKind.Trust, Asked.Statement("Allow", "Trusts", "sts:AssumeRole", OtherAccount, $",\"Condition\":{condition}"));
        var context = Asked.Context(("sts:ExternalId", ["agreed"]), ("aws:PrincipalArn", [Asked.Stranger.PrincipalArn]));
        var request = Asked.For(Asked.Stranger, "sts:AssumeRole", "arn:aws:iam::111111111111:role/restoredrill-source", context);

        var decision = PolicyEvaluator.Decide(request, new ApplicablePolicies(Identity(true), new ResourcePolicy(PolicyKind.Trust, trust, true)));

        Assert.Equal((opens, PolicyKind.Trust), (decision.IsAllowed, decision.Layer));
    }

    [Theory]
    [InlineData(nameof(PolicyKind.Identity), null, "on resource: {key} because no identity-based policy allows the kms:Decrypt action")]
    [InlineData(nameof(PolicyKind.Identity), "1", "on resource: {key} with an explicit deny in an identity-based policy")]
    [InlineData(nameof(PolicyKind.Resource), null, "on resource: {key} because no resource-based policy allows the kms:Decrypt action")]
    [InlineData(nameof(PolicyKind.Resource), "1", "on resource: {key} with an explicit deny in a resource-based policy")]
    [InlineData(nameof(PolicyKind.ServiceControl), null, "on resource: {key} because no service control policy allows the kms:Decrypt action")]
    [InlineData(nameof(PolicyKind.ServiceControl), "1", "on resource: {key} with an explicit deny in a service control policy")]
    [InlineData(nameof(PolicyKind.Trust), null, "because no role trust policy allows the kms:Decrypt action")]
    [InlineData(nameof(PolicyKind.Trust), "1", "with an explicit deny in the role trust policy")]
    public void Refusal_is_worded_as_AWS_words_it(string kind, string? statement, string expected) => Assert.Equal(
        "User: arn:aws:sts::111111111111:assumed-role/operator/at-night is not authorized to perform: kms:Decrypt "
            + expected.Replace("{key}", Asked.Key, StringComparison.Ordinal),
        new PolicyDecision(false, Enum.Parse<PolicyKind>(kind), "any", statement).Refusal(Asked.For(Asked.Session)));

    [Fact]
    public void Refusal_names_the_service_control_policy_that_denies_by_its_arn()
    {
        const string Arn = "arn:aws:organizations::333333333333:policy/o-1234567890/service_control_policy/p-12345678";
        var request = Asked.For(Asked.Session);
        Assert.EndsWith(
            $" with an explicit deny in a service control policy: {Arn}",
            new PolicyDecision(false, PolicyKind.ServiceControl, Arn, "1").Refusal(request), StringComparison.Ordinal);
        Assert.EndsWith(
            " because no service control policy allows the kms:Decrypt action",
            new PolicyDecision(false, PolicyKind.ServiceControl, Arn, null).Refusal(request), StringComparison.Ordinal);
    }

    private static NamedPolicy[] Identity(bool allows, bool denies = false)
    {
        string[] statements = [.. allows ? [IdentityAllows] : Array.Empty<string>(), .. denies ? [IdentityDenies] : Array.Empty<string>()];
        return statements.Length == 0 ? [] : [Asked.Policy(PolicyKind.Identity, statements)];
    }

    private static ResourcePolicy Resource(string? principal, bool isRequired) => new(
        PolicyKind.Resource,
        principal is null
            ? new NamedPolicy("empty", PolicyDocument.Empty)
            : Asked.Policy(PolicyKind.Resource, Asked.Statement("Allow", "ResourceAllows", principal: principal, more: Anything)),
        isRequired);

    private static ControlLevel Level(string target, char says) => new(target, says switch
    {
        'a' => [Asked.Policy(PolicyKind.ServiceControl, ControlAllows)],
        'd' => [Asked.Policy(PolicyKind.ServiceControl, ControlAllows, ControlDenies)],
        _ => [],
    });

    private static void AssertDecision(
        string expected, PolicyCaller caller, IReadOnlyList<NamedPolicy> identity, ResourcePolicy? resource = null, ServiceControls? controls = null)
    {
        var decision = PolicyEvaluator.Decide(Asked.For(caller), new ApplicablePolicies(identity, resource, controls));
        Assert.Equal(expected, $"{decision.Layer}: " + decision switch
        {
            { IsAllowed: true } => $"allowed by {decision.Statement}",
            { IsExplicitDenial: true } => $"denied by {decision.Statement}",
            { Policy: { } lacking } => $"denied, {lacking} allows nothing",
            _ => "denied, nothing allows",
        });
    }
}
