using Amazon.RDS.Model;

namespace Amazon.RDS.Wire;

/// <summary>The operations of this subset, with the error codes that the service model (2014-10-31) declares for each.</summary>
internal static class Operations
{
    internal static readonly Operation<CreateDBInstanceResponse> CreateDBInstance = new(
        "CreateDBInstance",
        "AuthorizationNotFound", "CertificateNotFound", "DBClusterNotFoundFault", "DBInstanceAlreadyExists", "DBParameterGroupNotFound",
        "DBSecurityGroupNotFound", "DBSubnetGroupDoesNotCoverEnoughAZs", "DBSubnetGroupNotFoundFault", "InstanceQuotaExceeded",
        "InsufficientDBInstanceCapacity", "InvalidDBClusterStateFault", "InvalidSubnet", "InvalidVPCNetworkStateFault",
        "KMSKeyNotAccessibleFault", "NetworkTypeNotSupported", "OptionGroupNotFoundFault", "ProvisionedIopsNotAvailableInAZFault",
        "StorageQuotaExceeded", "StorageTypeNotSupported", "VpcEncryptionControlViolationException");

    internal static readonly Operation<DescribeDBInstancesResponse> DescribeDBInstances = new(
        "DescribeDBInstances",
        "DBInstanceNotFound");

    internal static readonly Operation<ModifyDBInstanceResponse> ModifyDBInstance = new(
        "ModifyDBInstance",
        "AuthorizationNotFound", "CertificateNotFound", "DBInstanceAlreadyExists", "DBInstanceNotFound", "DBParameterGroupNotFound",
        "DBSecurityGroupNotFound", "InsufficientDBInstanceCapacity", "InvalidDBClusterStateFault", "InvalidDBInstanceState",
        "InvalidDBSecurityGroupState", "InvalidVPCNetworkStateFault", "KMSKeyNotAccessibleFault", "NetworkTypeNotSupported",
        "OptionGroupNotFoundFault", "ProvisionedIopsNotAvailableInAZFault", "StorageQuotaExceeded", "StorageTypeNotSupported",
        "VpcEncryptionControlViolationException");

    internal static readonly Operation<DeleteDBInstanceResponse> DeleteDBInstance = new(
        "DeleteDBInstance",
        "DBInstanceAutomatedBackupQuotaExceeded", "DBInstanceNotFound", "DBSnapshotAlreadyExists", "InvalidDBClusterStateFault",
        "InvalidDBInstanceState", "KMSKeyNotAccessibleFault", "SnapshotQuotaExceeded");

    internal static readonly Operation<DescribeDBInstanceAutomatedBackupsResponse> DescribeDBInstanceAutomatedBackups = new(
        "DescribeDBInstanceAutomatedBackups",
        "DBInstanceAutomatedBackupNotFound");

    internal static readonly Operation<CreateDBSnapshotResponse> CreateDBSnapshot = new(
        "CreateDBSnapshot",
        "DBInstanceNotFound", "DBSnapshotAlreadyExists", "InvalidDBInstanceState", "SnapshotQuotaExceeded");

    internal static readonly Operation<DescribeDBSnapshotsResponse> DescribeDBSnapshots = new(
        "DescribeDBSnapshots",
        "DBSnapshotNotFound");

    internal static readonly Operation<CopyDBSnapshotResponse> CopyDBSnapshot = new(
        "CopyDBSnapshot",
        "DBSnapshotAlreadyExists", "DBSnapshotNotFound", "InvalidDBSnapshotState", "KMSKeyNotAccessibleFault", "SnapshotQuotaExceeded");

    internal static readonly Operation<DeleteDBSnapshotResponse> DeleteDBSnapshot = new(
        "DeleteDBSnapshot",
        "DBSnapshotNotFound", "InvalidDBSnapshotState");

    internal static readonly Operation<ModifyDBSnapshotAttributeResponse> ModifyDBSnapshotAttribute = new(
        "ModifyDBSnapshotAttribute",
        "DBSnapshotNotFound", "InvalidDBSnapshotState", "SharedSnapshotQuotaExceeded");

    internal static readonly Operation<DescribeDBSnapshotAttributesResponse> DescribeDBSnapshotAttributes = new(
        "DescribeDBSnapshotAttributes",
        "DBSnapshotNotFound");

    internal static readonly Operation<RestoreDBInstanceFromDBSnapshotResponse> RestoreDBInstanceFromDBSnapshot = new(
        "RestoreDBInstanceFromDBSnapshot",
        "AuthorizationNotFound", "CertificateNotFound", "DBClusterSnapshotNotFoundFault", "DBInstanceAlreadyExists",
        "DBParameterGroupNotFound", "DBSecurityGroupNotFound", "DBSnapshotNotFound", "DBSubnetGroupDoesNotCoverEnoughAZs",
        "DBSubnetGroupNotFoundFault", "InstanceQuotaExceeded", "InsufficientDBInstanceCapacity", "InvalidDBSnapshotState",
        "InvalidRestoreFault", "InvalidSubnet", "InvalidVPCNetworkStateFault", "KMSKeyNotAccessibleFault", "NetworkTypeNotSupported",
        "OptionGroupNotFoundFault", "ProvisionedIopsNotAvailableInAZFault", "StorageQuotaExceeded", "StorageTypeNotSupported",
        "VpcEncryptionControlViolationException");

    internal static readonly Operation<AddTagsToResourceResponse> AddTagsToResource = new(
        "AddTagsToResource",
        "DBClusterNotFoundFault", "DBInstanceNotFound", "DBSnapshotNotFound", "InvalidDBClusterStateFault", "InvalidDBInstanceState");

    internal static readonly Operation<RemoveTagsFromResourceResponse> RemoveTagsFromResource = new(
        "RemoveTagsFromResource",
        "DBClusterNotFoundFault", "DBInstanceNotFound", "DBSnapshotNotFound", "InvalidDBClusterStateFault", "InvalidDBInstanceState");

    internal static readonly Operation<ListTagsForResourceResponse> ListTagsForResource = new(
        "ListTagsForResource",
        "DBClusterNotFoundFault", "DBInstanceNotFound", "DBSnapshotNotFound");

    internal static readonly Operation<CreateDBSubnetGroupResponse> CreateDBSubnetGroup = new(
        "CreateDBSubnetGroup",
        "DBSubnetGroupAlreadyExists", "DBSubnetGroupDoesNotCoverEnoughAZs", "DBSubnetGroupQuotaExceeded", "DBSubnetQuotaExceededFault",
        "InvalidSubnet");

    internal static readonly Operation<DescribeDBSubnetGroupsResponse> DescribeDBSubnetGroups = new(
        "DescribeDBSubnetGroups",
        "DBSubnetGroupNotFoundFault");

    internal static readonly Operation<DeleteDBSubnetGroupResponse> DeleteDBSubnetGroup = new(
        "DeleteDBSubnetGroup",
        "DBSubnetGroupNotFoundFault", "InvalidDBSubnetGroupStateFault", "InvalidDBSubnetStateFault");

    internal static readonly Operation<CreateDBParameterGroupResponse> CreateDBParameterGroup = new(
        "CreateDBParameterGroup",
        "DBParameterGroupAlreadyExists", "DBParameterGroupQuotaExceeded");

    internal static readonly Operation<DescribeDBParameterGroupsResponse> DescribeDBParameterGroups = new(
        "DescribeDBParameterGroups",
        "DBParameterGroupNotFound");

    internal static readonly Operation<ModifyDBParameterGroupResponse> ModifyDBParameterGroup = new(
        "ModifyDBParameterGroup",
        "DBParameterGroupNotFound", "InvalidDBParameterGroupState");

    internal static readonly Operation<DescribeDBParametersResponse> DescribeDBParameters = new(
        "DescribeDBParameters",
        "DBParameterGroupNotFound");

    internal static readonly Operation<DeleteDBParameterGroupResponse> DeleteDBParameterGroup = new(
        "DeleteDBParameterGroup",
        "DBParameterGroupNotFound", "InvalidDBParameterGroupState");
}
