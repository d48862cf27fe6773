using Amazon.Runtime.Endpoints;

namespace Amazon.IdentityManagement.Endpoints;

/// <summary>What the endpoint of a call is decided by.</summary>
public class IdentityManagementServiceEndpointParameters : EndpointParameters
{
    public string Region
    {
        get => (string)this[nameof(Region)];
        set => this[nameof(Region)] = value;
    }

    public bool? UseDualStack
    {
        get => (bool?)this[nameof(UseDualStack)];
        set => this[nameof(UseDualStack)] = value;
    }

    public bool? UseFIPS
    {
        get => (bool?)this[nameof(UseFIPS)];
        set => this[nameof(UseFIPS)] = value;
    }

    /// <summary>A custom endpoint; null for the region's own.</summary>
    public string Endpoint
    {
        get => (string)this[nameof(Endpoint)];
        set => this[nameof(Endpoint)] = value;
    }

    public IdentityManagementServiceEndpointParameters()
    {
        UseDualStack = false;
        UseFIPS = false;
    }
}
