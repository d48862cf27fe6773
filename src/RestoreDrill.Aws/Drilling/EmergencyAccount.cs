using Amazon.RDS.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Facts;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Aws.Drilling;

/// <summary>The vault account as an emergency restore sees it.</summary>
public sealed class EmergencyAccount : RestoringAccount, IEmergencyAccount
{
    internal EmergencyAccount(AccountSession session)
        : base(session)
    {
    }

    public bool NeedsSignIn => Session.NeedsSignIn;

    public Task SignInAsync(ISecondFactor person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Session.SignInAsync(person, cancellationToken);
    }

    /// <summary>The bucket of facts over the same session: one code is for both.</summary>
    public FactBucket OpenFacts(FactStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new FactBucket(Session, options);
    }

    public async Task GiveParameterGroupAsync(string name, string parameterGroup, InstallationId installation, RunId restore, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(parameterGroup);
        var found = await NeededAsync("rds:ModifyDBInstance", name, cancellationToken);
        RestoredOwnership.Require(found, installation, restore);
        await Session.Calls.ChangeAsync(
            "rds:ModifyDBInstance",
            $"parameter group {parameterGroup} of instance {found.Name}",
            Session.Rds.ModifyDBInstanceAsync,
            new ModifyDBInstanceRequest { DBInstanceIdentifier = found.Name, DBParameterGroupName = parameterGroup, ApplyImmediately = true },
            cancellationToken);
    }

    public async Task RebootAsync(string name, InstallationId installation, RunId restore, CancellationToken cancellationToken)
    {
        var found = await NeededAsync("rds:RebootDBInstance", name, cancellationToken);
        RestoredOwnership.Require(found, installation, restore);
        await Session.Calls.ChangeAsync(
            "rds:RebootDBInstance",
            $"instance {found.Name}",
            Session.Rds.RebootDBInstanceAsync,
            new RebootDBInstanceRequest { DBInstanceIdentifier = found.Name },
            cancellationToken);
    }
}
