using Amazon.RDS.Model;
using Amazon.Wire.Query;

namespace Amazon.RDS.Wire;

/// <summary>The operations of this subset, with the error codes that the service model (2014-10-31) declares for each.</summary>
internal static class Operations
{
    internal static readonly QueryOperation<CreateDBInstanceResponse> CreateDBInstance = new(
        Faults.Service, "CreateDBInstance",
        "AuthorizationNotFound", "CertificateNotFound", "DBClusterNotFoundFault", "DBInstanceAlreadyExists", "DBParameterGroupNotFound",
        "DBSecurityGroupNotFound", "DBSubnetGroupDoesNotCoverEnoughAZs", "DBSubnetGroupNotFoundFault", "InstanceQuotaExceeded",
        "InsufficientDBInstanceCapacity", "InvalidDBClusterStateFault", "InvalidSubnet", "InvalidVPCNetworkStateFault",
        "KMSKeyNotAccessibleFault", "NetworkTypeNotSupported", "OptionGroupNotFoundFault", "ProvisionedIopsNotAvailableInAZFault",
        "StorageQuotaExceeded", "StorageTypeNotSupported", "VpcEncryptionControlViolationException");

    internal static readonly QueryOperation<DescribeDBInstancesResponse> DescribeDBInstances = new(
        Faults.Service, "DescribeDBInstances",
        "DBInstanceNotFound");

    internal static readonly QueryOperation<ModifyDBInstanceResponse> ModifyDBInstance = new(
        Faults.Service, "ModifyDBInstance",
        "AuthorizationNotFound", "CertificateNotFound", "DBInstanceAlreadyExists", "DBInstanceNotFound", "DBParameterGroupNotFound",
        "DBSecurityGroupNotFound", "InsufficientDBInstanceCapacity", "InvalidDBClusterStateFault", "InvalidDBInstanceState",
        "InvalidDBSecurityGroupState", "InvalidVPCNetworkStateFault", "KMSKeyNotAccessibleFault", "NetworkTypeNotSupported",
        "OptionGroupNotFoundFault", "ProvisionedIopsNotAvailableInAZFault", "StorageQuotaExceeded", "StorageTypeNotSupported",
        "VpcEncryptionControlViolationException");

    internal static readonly QueryOperation<RebootDBInstanceResponse> RebootDBInstance = new(
        Faults.Service, "RebootDBInstance",
        "DBInstanceNotFound", "InvalidDBInstanceState", "KMSKeyNotAccessibleFault");

    internal static readonly QueryOperation<DeleteDBInstanceResponse> DeleteDBInstance = new(
        Faults.Service, "DeleteDBInstance",
        "DBInstanceAutomatedBackupQuotaExceeded", "DBInstanceNotFound", "DBSnapshotAlreadyExists", "InvalidDBClusterStateFault",
        "InvalidDBInstanceState", "KMSKeyNotAccessibleFault", "SnapshotQuotaExceeded");

    internal static readonly QueryOperation<DescribeDBInstanceAutomatedBackupsResponse> DescribeDBInstanceAutomatedBackups = new(
        Faults.Service, "DescribeDBInstanceAutomatedBackups",
        "DBInstanceAutomatedBackupNotFound");

    internal static readonly QueryOperation<CreateDBSnapshotResponse> CreateDBSnapshot = new(
        Faults.Service, "CreateDBSnapshot",
        "DBInstanceNotFound", "DBSnapshotAlreadyExists", "InvalidDBInstanceState", "SnapshotQuotaExceeded");

    internal static readonly QueryOperation<DescribeDBSnapshotsResponse> DescribeDBSnapshots = new(
        Faults.Service, "DescribeDBSnapshots",
        "DBSnapshotNotFound");

    internal static readonly QueryOperation<CopyDBSnapshotResponse> CopyDBSnapshot = new(
        Faults.Service, "CopyDBSnapshot",
        "DBSnapshotAlreadyExists", "DBSnapshotNotFound", "InvalidDBSnapshotState", "KMSKeyNotAccessibleFault", "SnapshotQuotaExceeded");

    internal static readonly QueryOperation<DeleteDBSnapshotResponse> DeleteDBSnapshot = new(
        Faults.Service, "DeleteDBSnapshot",
        "DBSnapshotNotFound", "InvalidDBSnapshotState");

    internal static readonly QueryOperation<ModifyDBSnapshotAttributeResponse> ModifyDBSnapshotAttribute = new(
        Faults.Service, "ModifyDBSnapshotAttribute",
        "DBSnapshotNotFound", "InvalidDBSnapshotState", "SharedSnapshotQuotaExceeded");

    internal static readonly QueryOperation<DescribeDBSnapshotAttributesResponse> DescribeDBSnapshotAttributes = new(
        Faults.Service, "DescribeDBSnapshotAttributes",
        "DBSnapshotNotFound");

    internal static readonly QueryOperation<RestoreDBInstanceFromDBSnapshotResponse> RestoreDBInstanceFromDBSnapshot = new(
        Faults.Service, "RestoreDBInstanceFromDBSnapshot",
        "AuthorizationNotFound", "CertificateNotFound", "DBClusterSnapshotNotFoundFault", "DBInstanceAlreadyExists",
        "DBParameterGroupNotFound", "DBSecurityGroupNotFound", "DBSnapshotNotFound", "DBSubnetGroupDoesNotCoverEnoughAZs",
        "DBSubnetGroupNotFoundFault", "InstanceQuotaExceeded", "InsufficientDBInstanceCapacity", "InvalidDBSnapshotState",
        "InvalidRestoreFault", "InvalidSubnet", "InvalidVPCNetworkStateFault", "KMSKeyNotAccessibleFault", "NetworkTypeNotSupported",
        "OptionGroupNotFoundFault", "ProvisionedIopsNotAvailableInAZFault", "StorageQuotaExceeded", "StorageTypeNotSupported",
        "VpcEncryptionControlViolationException");

    internal static readonly QueryOperation<AddTagsToResourceResponse> AddTagsToResource = new(
        Faults.Service, "AddTagsToResource",
        "DBClusterNotFoundFault", "DBInstanceNotFound", "DBSnapshotNotFound", "InvalidDBClusterStateFault", "InvalidDBInstanceState");

    internal static readonly QueryOperation<RemoveTagsFromResourceResponse> RemoveTagsFromResource = new(
        Faults.Service, "RemoveTagsFromResource",
        "DBClusterNotFoundFault", "DBInstanceNotFound", "DBSnapshotNotFound", "InvalidDBClusterStateFault", "InvalidDBInstanceState");

    internal static readonly QueryOperation<ListTagsForResourceResponse> ListTagsForResource = new(
        Faults.Service, "ListTagsForResource",
        "DBClusterNotFoundFault", "DBInstanceNotFound", "DBSnapshotNotFound");

    internal static readonly QueryOperation<CreateDBSubnetGroupResponse> CreateDBSubnetGroup = new(
        Faults.Service, "CreateDBSubnetGroup",
        "DBSubnetGroupAlreadyExists", "DBSubnetGroupDoesNotCoverEnoughAZs", "DBSubnetGroupQuotaExceeded", "DBSubnetQuotaExceededFault",
        "InvalidSubnet");

    internal static readonly QueryOperation<DescribeDBSubnetGroupsResponse> DescribeDBSubnetGroups = new(
        Faults.Service, "DescribeDBSubnetGroups",
        "DBSubnetGroupNotFoundFault");

    internal static readonly QueryOperation<DeleteDBSubnetGroupResponse> DeleteDBSubnetGroup = new(
        Faults.Service, "DeleteDBSubnetGroup",
        "DBSubnetGroupNotFoundFault", "InvalidDBSubnetGroupStateFault", "InvalidDBSubnetStateFault");

    internal static readonly QueryOperation<CreateDBParameterGroupResponse> CreateDBParameterGroup = new(
        Faults.Service, "CreateDBParameterGroup",
        "DBParameterGroupAlreadyExists", "DBParameterGroupQuotaExceeded");

    internal static readonly QueryOperation<DescribeDBParameterGroupsResponse> DescribeDBParameterGroups = new(
        Faults.Service, "DescribeDBParameterGroups",
        "DBParameterGroupNotFound");

    internal static readonly QueryOperation<ModifyDBParameterGroupResponse> ModifyDBParameterGroup = new(
        Faults.Service, "ModifyDBParameterGroup",
        "DBParameterGroupNotFound", "InvalidDBParameterGroupState");

    internal static readonly QueryOperation<DescribeDBParametersResponse> DescribeDBParameters = new(
        Faults.Service, "DescribeDBParameters",
        "DBParameterGroupNotFound");

    internal static readonly QueryOperation<DeleteDBParameterGroupResponse> DeleteDBParameterGroup = new(
        Faults.Service, "DeleteDBParameterGroup",
        "DBParameterGroupNotFound", "InvalidDBParameterGroupState");
}
