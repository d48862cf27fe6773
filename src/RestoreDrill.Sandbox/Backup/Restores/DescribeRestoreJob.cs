using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Restores;

internal sealed class DescribeRestoreJob : IBackupOperation
{
    public string Name => nameof(DescribeRestoreJob);

    public RestRoute Route { get; } = new("GET", "/restore-jobs/{restoreJobId}");

    public Dictionary<string, object>? Execute(BackupCall call) => RestoreJobJson.Render(RestoreJobLookup.Get(call));
}
