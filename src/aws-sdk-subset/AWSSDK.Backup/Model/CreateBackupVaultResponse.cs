using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>CreateBackupVault</c> answers.</summary>
public partial class CreateBackupVaultResponse : AmazonWebServiceResponse
{
    public string BackupVaultName { get; set; }

    public string BackupVaultArn { get; set; }

    public DateTime? CreationDate { get; set; }
}
