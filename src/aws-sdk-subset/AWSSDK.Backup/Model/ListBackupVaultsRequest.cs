using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>ListBackupVaults</c>.</summary>
public partial class ListBackupVaultsRequest : AmazonBackupRequest
{
    [QueryString("vaultType")]
    public VaultType ByVaultType { get; set; }

    [QueryString("shared")]
    public bool? ByShared { get; set; }

    [QueryString("nextToken")]
    public string NextToken { get; set; }

    [QueryString("maxResults")]
    public int? MaxResults { get; set; }
}
