namespace Amazon.RDS.Model;

/// <summary>The <c>MasterUserSecret</c> shape of the RDS API.</summary>
public partial class MasterUserSecret
{
    public string SecretArn { get; set; }

    public string SecretStatus { get; set; }

    public string KmsKeyId { get; set; }
}
