using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type MasterUserAuthenticationType; a value that is not listed here is kept as it came.</summary>
public class MasterUserAuthenticationType : ConstantClass
{
    public static readonly MasterUserAuthenticationType IamDbAuth = new("iam-db-auth");
    public static readonly MasterUserAuthenticationType Password = new("password");

    public MasterUserAuthenticationType(string value)
        : base(value)
    {
    }

    public static MasterUserAuthenticationType FindValue(string value) => FindValue<MasterUserAuthenticationType>(value);

    public static implicit operator MasterUserAuthenticationType(string value) => FindValue(value);
}
