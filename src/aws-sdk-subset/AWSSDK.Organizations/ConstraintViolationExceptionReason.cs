using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>Constants for properties of type ConstraintViolationExceptionReason; a value that is not listed here is kept as it came.</summary>
public class ConstraintViolationExceptionReason : ConstantClass
{
    public static readonly ConstraintViolationExceptionReason ACCOUNT_NUMBER_LIMIT_EXCEEDED = new("ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason HANDSHAKE_RATE_LIMIT_EXCEEDED = new("HANDSHAKE_RATE_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason OU_NUMBER_LIMIT_EXCEEDED = new("OU_NUMBER_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason OU_DEPTH_LIMIT_EXCEEDED = new("OU_DEPTH_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason POLICY_NUMBER_LIMIT_EXCEEDED = new("POLICY_NUMBER_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason POLICY_CONTENT_LIMIT_EXCEEDED = new("POLICY_CONTENT_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED
        = new("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED
        = new("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason ACCOUNT_CANNOT_LEAVE_ORGANIZATION = new("ACCOUNT_CANNOT_LEAVE_ORGANIZATION");
    public static readonly ConstraintViolationExceptionReason ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA = new("ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA");
    public static readonly ConstraintViolationExceptionReason ACCOUNT_CANNOT_LEAVE_WITHOUT_PHONE_VERIFICATION
        = new("ACCOUNT_CANNOT_LEAVE_WITHOUT_PHONE_VERIFICATION");
    public static readonly ConstraintViolationExceptionReason MASTER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED
        = new("MASTER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED");
    public static readonly ConstraintViolationExceptionReason MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED
        = new("MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED");
    public static readonly ConstraintViolationExceptionReason ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED = new("ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason MASTER_ACCOUNT_ADDRESS_DOES_NOT_MATCH_MARKETPLACE
        = new("MASTER_ACCOUNT_ADDRESS_DOES_NOT_MATCH_MARKETPLACE");
    public static readonly ConstraintViolationExceptionReason MASTER_ACCOUNT_MISSING_CONTACT_INFO = new("MASTER_ACCOUNT_MISSING_CONTACT_INFO");
    public static readonly ConstraintViolationExceptionReason MASTER_ACCOUNT_NOT_GOVCLOUD_ENABLED = new("MASTER_ACCOUNT_NOT_GOVCLOUD_ENABLED");
    public static readonly ConstraintViolationExceptionReason ORGANIZATION_NOT_IN_ALL_FEATURES_MODE = new("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE");
    public static readonly ConstraintViolationExceptionReason CREATE_ORGANIZATION_IN_BILLING_MODE_UNSUPPORTED_REGION
        = new("CREATE_ORGANIZATION_IN_BILLING_MODE_UNSUPPORTED_REGION");
    public static readonly ConstraintViolationExceptionReason EMAIL_VERIFICATION_CODE_EXPIRED = new("EMAIL_VERIFICATION_CODE_EXPIRED");
    public static readonly ConstraintViolationExceptionReason WAIT_PERIOD_ACTIVE = new("WAIT_PERIOD_ACTIVE");
    public static readonly ConstraintViolationExceptionReason MAX_TAG_LIMIT_EXCEEDED = new("MAX_TAG_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason TAG_POLICY_VIOLATION = new("TAG_POLICY_VIOLATION");
    public static readonly ConstraintViolationExceptionReason MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED
        = new("MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR
        = new("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR");
    public static readonly ConstraintViolationExceptionReason CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG
        = new("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG");
    public static readonly ConstraintViolationExceptionReason DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE
        = new("DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE");
    public static readonly ConstraintViolationExceptionReason POLICY_TYPE_ENABLED_FOR_THIS_SERVICE = new("POLICY_TYPE_ENABLED_FOR_THIS_SERVICE");
    public static readonly ConstraintViolationExceptionReason MASTER_ACCOUNT_MISSING_BUSINESS_LICENSE
        = new("MASTER_ACCOUNT_MISSING_BUSINESS_LICENSE");
    public static readonly ConstraintViolationExceptionReason CANNOT_CLOSE_MANAGEMENT_ACCOUNT = new("CANNOT_CLOSE_MANAGEMENT_ACCOUNT");
    public static readonly ConstraintViolationExceptionReason CLOSE_ACCOUNT_QUOTA_EXCEEDED = new("CLOSE_ACCOUNT_QUOTA_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED = new("CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason SERVICE_ACCESS_NOT_ENABLED = new("SERVICE_ACCESS_NOT_ENABLED");
    public static readonly ConstraintViolationExceptionReason INVALID_PAYMENT_INSTRUMENT = new("INVALID_PAYMENT_INSTRUMENT");
    public static readonly ConstraintViolationExceptionReason ACCOUNT_CREATION_NOT_COMPLETE = new("ACCOUNT_CREATION_NOT_COMPLETE");
    public static readonly ConstraintViolationExceptionReason CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR
        = new("CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR");
    public static readonly ConstraintViolationExceptionReason ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED
        = new("ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED");
    public static readonly ConstraintViolationExceptionReason RESPONSIBILITY_TRANSFER_MAX_LEVEL_VIOLATION
        = new("RESPONSIBILITY_TRANSFER_MAX_LEVEL_VIOLATION");
    public static readonly ConstraintViolationExceptionReason RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION
        = new("RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION");
    public static readonly ConstraintViolationExceptionReason RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION
        = new("RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION");
    public static readonly ConstraintViolationExceptionReason RESPONSIBILITY_TRANSFER_MAX_TRANSFERS_QUOTA_VIOLATION
        = new("RESPONSIBILITY_TRANSFER_MAX_TRANSFERS_QUOTA_VIOLATION");
    public static readonly ConstraintViolationExceptionReason ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS = new("ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS");
    public static readonly ConstraintViolationExceptionReason TRANSFER_RESPONSIBILITY_TARGET_DELETION_IN_PROGRESS
        = new("TRANSFER_RESPONSIBILITY_TARGET_DELETION_IN_PROGRESS");
    public static readonly ConstraintViolationExceptionReason TRANSFER_RESPONSIBILITY_SOURCE_DELETION_IN_PROGRESS
        = new("TRANSFER_RESPONSIBILITY_SOURCE_DELETION_IN_PROGRESS");
    public static readonly ConstraintViolationExceptionReason UNSUPPORTED_PRICING = new("UNSUPPORTED_PRICING");

    public ConstraintViolationExceptionReason(string value)
        : base(value)
    {
    }

    public static ConstraintViolationExceptionReason FindValue(string value) => FindValue<ConstraintViolationExceptionReason>(value);

    public static implicit operator ConstraintViolationExceptionReason(string value) => FindValue(value);
}
