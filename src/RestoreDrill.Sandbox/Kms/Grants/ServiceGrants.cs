using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Rds.Instances;
using RestoreDrill.Sandbox.Rds.Snapshots;

namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>
/// The grants by which RDS keeps the use of a key: one for an instance as long as it is there, one for a snapshot's copy while it is made. The encryption context is RDS's
/// (KMS developer guide, "How Amazon RDS uses AWS KMS"); grantee and operations are not verified against AWS.
/// </summary>
internal sealed class ServiceGrants(AccountStates states, KeyRing keys, InstanceLifecycle instances, SandboxClock clock)
{
    /// <summary>Makes one. Call with the states held; saves the key's account.</summary>
    public void Make(string keyArn, string subject, string dbiResourceId)
    {
        if (keyArn.Split(':') is not [_, _, _, var region, var account, _] || keys.Find(account, region, keyArn) is not { } key)
        {
            throw new InvalidOperationException($"There is no key {keyArn}, and RDS was let use it.");
        }

        Retire(key);
        var service = $"rds.{region}.amazonaws.com";
        key.Grants.Add(new KmsGrant
        {
            Id = NewGrant.Id(),
            Token = NewGrant.Token(),
            CreatedAt = clock.GetUtcNow(),
            GranteePrincipal = service,
            RetiringPrincipal = service,
            IssuingAccount = Policies.PolicyCaller.RootOf(account),
            Operations = [.. GrantOperations.OfRds],
            ContextSubset = new Dictionary<string, string> { ["aws:rds:db-id"] = dbiResourceId },
            Subject = subject,
        });
        states.Save(states.Of(account));
    }

    /// <summary>Removes those of a key whose instance or copy is gone or done. Call with the states held.</summary>
    public void Retire(KmsKey key) => key.Grants.RemoveAll(grant => grant.Subject is { } subject && !IsNeeded(subject));

    /// <summary>
    /// What comes of a grant that somebody has revoked. An instance's storage cannot be read any more: "Amazon RDS can lose access to the KMS key for a DB instance", which then is
    /// <c>inaccessible-encryption-credentials-recoverable</c> (RDS user guide, "Encrypting Amazon RDS resources"). A copy on its way goes on here. Call with the states held.
    /// </summary>
    public void Lost(KmsGrant grant)
    {
        if (states.All.SelectMany(state => state.Instances).FirstOrDefault(instance => instance.DbiResourceId == grant.Subject) is { } instance)
        {
            instances.LoseKey(instance);
        }
    }

    private bool IsNeeded(string subject) => states.All.Any(state =>
        state.Instances.Exists(instance => instance.DbiResourceId == subject)
        || state.Snapshots.Exists(snapshot => snapshot.StorageId == subject && snapshot.Status == SnapshotStatus.Creating));
}
