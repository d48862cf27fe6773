namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>CreateOrganizationalUnit</c>.</summary>
public partial class CreateOrganizationalUnitRequest : AmazonOrganizationsRequest
{
    public string ParentId { get; set; }

    public string Name { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
