using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>EnablePolicyType</c> answers.</summary>
public partial class EnablePolicyTypeResponse : AmazonWebServiceResponse
{
    public Root Root { get; set; }
}
