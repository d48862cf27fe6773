namespace RestoreDrill.Core.Copying.Backups;

/// <summary>A backup job, as the source account describes it (DescribeBackupJob).</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">For example <c>RUNNING</c>; states that are not known survive.</param>
/// <param name="Message">AWS's words, which may say what is wrong with a job that is COMPLETED; null: none.</param>
/// <param name="PointArn">The recovery point; null until there is one. For an RDS instance it is a DB snapshot.</param>
public sealed record BackupJob(string Id, string State, string? Message, string? PointArn);
