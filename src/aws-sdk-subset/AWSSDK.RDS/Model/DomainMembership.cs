namespace Amazon.RDS.Model;

/// <summary>The <c>DomainMembership</c> shape of the RDS API.</summary>
public partial class DomainMembership
{
    public string Domain { get; set; }

    public string Status { get; set; }

    public string FQDN { get; set; }

    public string IAMRoleName { get; set; }

    public string OU { get; set; }

    public string AuthSecretArn { get; set; }

    public List<string> DnsIps { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
