namespace Amazon.Organizations.Model;

/// <summary>The organization: its id, its features and its management account.</summary>
public partial class Organization
{
    public string Id { get; set; }

    public string Arn { get; set; }

    public OrganizationFeatureSet FeatureSet { get; set; }

    /// <summary>Of the management account.</summary>
    public string MasterAccountArn { get; set; }

    /// <summary>Of the management account, which service control policies do not bind.</summary>
    public string MasterAccountId { get; set; }

    /// <summary>Of the management account.</summary>
    public string MasterAccountEmail { get; set; }

    /// <summary>Of no use, as AWS itself says: ask <c>ListRoots</c> which types are in force.</summary>
    public List<PolicyTypeSummary> AvailablePolicyTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
