using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>One operation of the AWS Backup API. Runs while the account states are held, and never waits.</summary>
internal interface IBackupOperation
{
    string Name { get; }

    RestRoute Route { get; }

    /// <summary>The HTTP status of an answer that is no error.</summary>
    int Success => StatusCodes.Status200OK;

    /// <summary>The answer as <see cref="BackupJson"/> makes it, or null for an answer without a body.</summary>
    /// <exception cref="AwsError">One of <see cref="BackupError"/>; nothing was changed then.</exception>
    Dictionary<string, object>? Execute(BackupCall call);
}
