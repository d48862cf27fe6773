namespace Amazon.Organizations.Model;

/// <summary>A service of AWS that may act in the accounts of the organization.</summary>
public partial class EnabledServicePrincipal
{
    public string ServicePrincipal { get; set; }

    public DateTime? DateEnabled { get; set; }
}
