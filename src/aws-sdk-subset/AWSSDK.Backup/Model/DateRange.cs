namespace Amazon.Backup.Model;

/// <summary>From when to when, both inclusive.</summary>
public partial class DateRange
{
    public DateTime? FromDate { get; set; }

    public DateTime? ToDate { get; set; }
}
