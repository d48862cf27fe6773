namespace Amazon.RDS.Model;

/// <summary>The earliest and latest time (UTC) an instance can be restored to.</summary>
public partial class RestoreWindow
{
    public DateTime? EarliestTime { get; set; }

    public DateTime? LatestTime { get; set; }
}
