namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>The automated backups of an instance that was deleted with DeleteAutomatedBackups=false.</summary>
internal sealed record RetainedBackup(DbInstance Instance, DateTimeOffset DeletedAt);
