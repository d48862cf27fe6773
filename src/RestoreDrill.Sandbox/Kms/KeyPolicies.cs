using System.Collections.Concurrent;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>The keys' own policies: of the customer managed keys those of docs/iam, of the AWS managed keys what AWS gives them and nobody can change.</summary>
internal sealed class KeyPolicies(ShippedPolicies shipped)
{
    private readonly ConcurrentDictionary<string, ResourcePolicy> read = new();

    public ResourcePolicy Of(KmsKey key) => read.GetOrAdd(
        key.Arn, _ => new ResourcePolicy(PolicyKind.Resource, new NamedPolicy($"policy of {key.AliasArn}", Document(key)), IsRequired: true));

    private PolicyDocument Document(KmsKey key) => key.IsAwsManaged
        ? PolicyParser.Parse(
            ShippedPolicies.Fill(
                ShippedPolicies.Text("aws-managed-key"),
                new Dictionary<string, string?> { ["account"] = key.AccountId, ["region"] = key.Region, ["service"] = key.Alias[(key.Alias.LastIndexOf('/') + 1)..] }),
            PolicyKind.Resource)
        : shipped.Read(key.AccountId == Account.Source.Id ? "source-key" : "vault-key", PolicyKind.Resource);
}
