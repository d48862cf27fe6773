using System.Globalization;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds;
using RestoreDrill.Sandbox.Rds.Instances;

namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>AWS Backup's own call of RestoreDBInstanceFromDBSnapshot, in the role of a job, which needs all that anybody else would need for it. Call with the states held.</summary>
internal sealed class RestoreInRole(RestoreDBInstanceFromDBSnapshot restore, RdsPermissions permissions, Roles roles, Authorization authorization)
{
    /// <summary>Begins to restore the instance that the job names as the created one.</summary>
    /// <exception cref="AwsError">What RDS refuses with, or that the role cannot be assumed; there is no instance then.</exception>
    public void Begin(AccountState state, RestoreJob job)
    {
        var role = roles.WithArn(job.RoleArn) ?? throw BackupError.InvalidParameterValue($"IAM Role {job.RoleArn} cannot be assumed by AWS Backup");
        var call = new AwsCall(Guid.NewGuid().ToString(), "rds", job.Region, restore.Name, JobSession.Of(role), new CallParameters(Parameters(state, job)));
        authorization.Demand(call, permissions.Of(call));
        restore.Execute(new RdsCall(call, state));
        if (!job.CopiesTags)
        {
            // RDS gives a new instance its snapshot's tags where it is told none; AWS Backup only where it is asked to (API reference, StartRestoreJob).
            state.Instances.Find(instance => instance.Arn.ToString() == job.CreatedResourceArn)?.Tags.Clear();
        }
    }

    private static Dictionary<string, string> Parameters(AccountState state, RestoreJob job)
    {
        var parameters = new Dictionary<string, string>(job.Parameters) { ["DBSnapshotIdentifier"] = job.RecoveryPointArn };
        if (job.CopiesTags)
        {
            var number = 0;
            foreach (var tag in state.Snapshots.Find(snapshot => snapshot.Arn.ToString() == job.RecoveryPointArn)?.Tags ?? [])
            {
                var item = string.Create(CultureInfo.InvariantCulture, $"Tags.Tag.{++number}");
                parameters.Add($"{item}.Key", tag.Key);
                parameters.Add($"{item}.Value", tag.Value);
            }
        }

        return parameters;
    }
}
