using System.Collections.Concurrent;
using RestoreDrill.Sandbox.Kms.Grants;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>
/// The keys' own policies as they are evaluated: nobody gets by without them. A grant adds to them what it gives (KMS developer guide, "Grants in AWS KMS"). On AWS a
/// grant to another account's principal may need nothing of that account's policies; here it does.
/// </summary>
internal sealed class KeyPolicies
{
    private readonly ConcurrentDictionary<string, PolicyDocument> read = new(StringComparer.Ordinal);

    public ResourcePolicy Of(KmsKey key) => Named(key, [.. Document(key.Policy).Statements, .. key.Grants.SelectMany(GrantStatements.Of)]);

    /// <summary>With what lets a grant's retiring principal, and a grantee that may, retire that very grant.</summary>
    public ResourcePolicy ForRetiring(KmsKey key, KmsGrant grant) => Named(key, [.. Document(key.Policy).Statements, .. GrantStatements.OfRetiring(grant)]);

    /// <summary>As they would be under another key policy.</summary>
    public ResourcePolicy With(KmsKey key, string policy) => Named(key, Document(policy).Statements);

    /// <summary>For an operation that nobody of another account can do, whatever the key policy says.</summary>
    public static ResourcePolicy Shut(KmsKey key) => Named(key, []);

    private static ResourcePolicy Named(KmsKey key, IReadOnlyList<PolicyStatement> statements) =>
        new(PolicyKind.Resource, new NamedPolicy($"policy of {key.Arn}", new PolicyDocument(statements)), IsRequired: true);

    private PolicyDocument Document(string policy) => read.GetOrAdd(policy, static text => PolicyParser.Parse(text, PolicyKind.Resource));
}
