using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>DescribeRestoreJob</c> answers.</summary>
public partial class DescribeRestoreJobResponse : AmazonWebServiceResponse
{
    public string AccountId { get; set; }

    public string RestoreJobId { get; set; }

    public string RecoveryPointArn { get; set; }

    public string SourceResourceArn { get; set; }

    public string BackupVaultArn { get; set; }

    public DateTime? CreationDate { get; set; }

    public DateTime? CompletionDate { get; set; }

    public RestoreJobStatus Status { get; set; }

    public string StatusMessage { get; set; }

    /// <summary>A string on the wire.</summary>
    public string PercentDone { get; set; }

    /// <summary>In bytes.</summary>
    public long? BackupSizeInBytes { get; set; }

    public string IamRoleArn { get; set; }

    public long? ExpectedCompletionTimeMinutes { get; set; }

    public string CreatedResourceArn { get; set; }

    public string ResourceType { get; set; }

    public DateTime? RecoveryPointCreationDate { get; set; }

    public RestoreJobCreator CreatedBy { get; set; }

    public RestoreValidationStatus ValidationStatus { get; set; }

    public string ValidationStatusMessage { get; set; }

    public RestoreDeletionStatus DeletionStatus { get; set; }

    public string DeletionStatusMessage { get; set; }

    public bool? IsParent { get; set; }

    public string ParentJobId { get; set; }
}
