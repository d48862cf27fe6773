using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>Constants for properties of type PermissionsBoundaryAttachmentType; a value that is not listed here is kept as it came.</summary>
public class PermissionsBoundaryAttachmentType : ConstantClass
{
    public static readonly PermissionsBoundaryAttachmentType PermissionsBoundaryPolicy = new("PermissionsBoundaryPolicy");

    public PermissionsBoundaryAttachmentType(string value)
        : base(value)
    {
    }

    public static PermissionsBoundaryAttachmentType FindValue(string value) => FindValue<PermissionsBoundaryAttachmentType>(value);

    public static implicit operator PermissionsBoundaryAttachmentType(string value) => FindValue(value);
}
