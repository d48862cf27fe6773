using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>CreateLegalHold</c> answers.</summary>
public partial class CreateLegalHoldResponse : AmazonWebServiceResponse
{
    public string Title { get; set; }

    public LegalHoldStatus Status { get; set; }

    public string Description { get; set; }

    public string LegalHoldId { get; set; }

    public string LegalHoldArn { get; set; }

    public DateTime? CreationDate { get; set; }

    public RecoveryPointSelection RecoveryPointSelection { get; set; }
}
