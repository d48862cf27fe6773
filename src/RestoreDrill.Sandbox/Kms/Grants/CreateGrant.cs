using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms.Access;

namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>
/// Gives a principal some operations on a key. The same request with the same name is answered as the first (API reference). A grant is there at once, so that grant
/// tokens make no difference. On AWS a grant that is made by another grant's leave gives no more than that one; here it can.
/// </summary>
internal sealed class CreateGrant(KnownPrincipals principals, SandboxClock clock) : IKmsOperation
{
    private const string Subset = "Constraints.EncryptionContextSubset";
    private const string Exact = "Constraints.EncryptionContextEquals";

    public string Name => nameof(CreateGrant);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.EnabledKey();
        var grant = new KmsGrant
        {
            Id = NewGrant.Id(),
            Token = NewGrant.Token(),
            Name = call.Parameters.Text("Name") ?? "",
            CreatedAt = clock.GetUtcNow(),
            GranteePrincipal = Principal(call.Required("GranteePrincipal")),
            RetiringPrincipal = call.Parameters.Text("RetiringPrincipal") is { } retiring ? Principal(retiring) : null,
            IssuingAccount = Policies.PolicyCaller.RootOf(call.AccountId),
            Operations = GrantOperations.Read(call.Parameters),
            ContextSubset = Pairs(call.Parameters, Subset),
            ContextEquals = Pairs(call.Parameters, Exact),
        };
        DryRun.Stop(call);
        var same = grant.Name.Length > 0 ? key.Grants.Find(other => IsSame(other, grant)) : null;
        if (same is null)
        {
            key.Grants.Add(same = grant);
        }

        return KmsJson.Object(("GrantToken", same.Token), ("GrantId", same.Id));
    }

    private string Principal(string arn) => arn.StartsWith("arn:", StringComparison.Ordinal) && principals.Has(arn)
        ? arn
        : throw KmsError.InvalidArn($"ARN does not refer to a valid principal: {arn}");

    private static Dictionary<string, string>? Pairs(CallParameters parameters, string name) => parameters.Map(name)?.ToDictionary(pair => pair.Key, pair => pair.Value);

    private static bool IsSame(KmsGrant one, KmsGrant other) =>
        one.Name == other.Name && one.GranteePrincipal == other.GranteePrincipal && one.RetiringPrincipal == other.RetiringPrincipal
        && one.IssuingAccount == other.IssuingAccount && one.Operations.Order().SequenceEqual(other.Operations.Order())
        && AreSame(one.ContextSubset, other.ContextSubset) && AreSame(one.ContextEquals, other.ContextEquals);

    private static bool AreSame(Dictionary<string, string>? one, Dictionary<string, string>? other) =>
        (one ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual((other ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal));
}
