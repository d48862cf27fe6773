namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>EnablePolicyType</c>.</summary>
public partial class EnablePolicyTypeRequest : AmazonOrganizationsRequest
{
    public string RootId { get; set; }

    public PolicyType PolicyType { get; set; }
}
