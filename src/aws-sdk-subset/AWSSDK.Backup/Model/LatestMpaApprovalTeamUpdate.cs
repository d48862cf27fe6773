namespace Amazon.Backup.Model;

/// <summary>The last change of the team whose approval a vault asks for.</summary>
public partial class LatestMpaApprovalTeamUpdate
{
    public string MpaSessionArn { get; set; }

    public MpaSessionStatus Status { get; set; }

    public string StatusMessage { get; set; }

    public DateTime? InitiationDate { get; set; }

    public DateTime? ExpiryDate { get; set; }
}
