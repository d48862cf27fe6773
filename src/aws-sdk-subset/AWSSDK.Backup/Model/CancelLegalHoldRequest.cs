using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>CancelLegalHold</c>.</summary>
public partial class CancelLegalHoldRequest : AmazonBackupRequest
{
    [UriLabel("legalHoldId")]
    public string LegalHoldId { get; set; }

    [QueryString("cancelDescription")]
    public string CancelDescription { get; set; }

    [QueryString("retainRecordInDays")]
    public long? RetainRecordInDays { get; set; }
}
