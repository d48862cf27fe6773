namespace Amazon.RDS.Model;

/// <summary>The <c>CertificateDetails</c> shape of the RDS API.</summary>
public partial class CertificateDetails
{
    public string CAIdentifier { get; set; }

    public DateTime? ValidTill { get; set; }
}
