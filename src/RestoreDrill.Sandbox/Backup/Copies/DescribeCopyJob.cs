using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Copies;

internal sealed class DescribeCopyJob : IBackupOperation
{
    public string Name => nameof(DescribeCopyJob);

    public RestRoute Route { get; } = new("GET", "/copy-jobs/{copyJobId}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var id = call.Required("CopyJobId");
        var job = call.State.Backup.CopyJobs.Find(candidate => candidate.Id == id && candidate.Region == call.Region);
        return BackupJson.Object(("CopyJob", CopyJobJson.Render(job ?? throw BackupError.NotFound($"Copy job {id} does not exist."))));
    }
}
