using Amazon.RDS.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Aws.Drilling;

/// <summary>The vault account as drills see it.</summary>
public sealed class ScratchAccount : RestoringAccount, IScratchAccount
{
    internal ScratchAccount(AccountSession session)
        : base(session)
    {
    }

    public Task<IReadOnlyList<CloudInstance>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        CloudInstances.ListAsync(Session, prefix, cancellationToken);

    public async Task RemoveAsync(string name, InstallationId installation, RunId drill, CancellationToken cancellationToken)
    {
        const string operation = "rds:DeleteDBInstance";
        if (await FindAsync(name, cancellationToken) is not { } found)
        {
            return;
        }

        ScratchOwnership.Require(found, installation, drill);
        if (found.Status == "deleting")
        {
            return;
        }

        if (found.DeletionProtection)
        {
            throw new CloudException(
                CloudFault.WrongState,
                operation,
                $"instance {found.Name} {Session.Access.Where}",
                "DeletionProtection",
                null,
                "Deletion protection is on. RestoreDrill restores without it and never turns it off, so somebody wants to keep this scratch instance. "
                + "The deletion was not asked for. Turn the protection off by hand; then it is removed at the next try.");
        }

        try
        {
            await Session.Calls.ChangeAsync(
                operation,
                $"instance {found.Name}",
                Session.Rds.DeleteDBInstanceAsync,
                new DeleteDBInstanceRequest { DBInstanceIdentifier = found.Name, SkipFinalSnapshot = true, DeleteAutomatedBackups = true },
                cancellationToken);
        }
        catch (CloudException e) when (e.Code == "DBInstanceNotFound" || e.Fault == CloudFault.AccessDenied)
        {
            // The role's policy is bound to tags, and what is gone has none: so a call may be refused that is repeated after its answer was lost.
            if (e.Fault == CloudFault.AccessDenied && await FindAsync(name, cancellationToken) is not null)
            {
                throw;
            }

            CloudCallLog.Note(new CloudCall(e.Operation, e.Subject, true, e.RequestId));
        }
    }
}
