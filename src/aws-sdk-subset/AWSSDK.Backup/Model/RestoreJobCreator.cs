namespace Amazon.Backup.Model;

/// <summary>What started a restore job that nobody started by hand.</summary>
public partial class RestoreJobCreator
{
    public string RestoreTestingPlanArn { get; set; }
}
