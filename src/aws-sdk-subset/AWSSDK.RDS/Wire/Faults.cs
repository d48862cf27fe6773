using Amazon.RDS.Model;
using Amazon.Wire;

namespace Amazon.RDS.Wire;

/// <summary>Error code on the wire to exception type. Some codes end in <c>Fault</c> and some do not; the types never do.</summary>
internal static class Faults
{
    public static readonly Service Service = new(
        "Amazon.RDS",
        "2014-10-31",
        typeof(AmazonRDSException),
        new Dictionary<string, Type>(StringComparer.Ordinal)
        {
            ["AuthorizationNotFound"] = typeof(AuthorizationNotFoundException),
            ["CertificateNotFound"] = typeof(CertificateNotFoundException),
            ["DBClusterNotFoundFault"] = typeof(DBClusterNotFoundException),
            ["DBClusterSnapshotNotFoundFault"] = typeof(DBClusterSnapshotNotFoundException),
            ["DBInstanceAlreadyExists"] = typeof(DBInstanceAlreadyExistsException),
            ["DBInstanceAutomatedBackupNotFound"] = typeof(DBInstanceAutomatedBackupNotFoundException),
            ["DBInstanceAutomatedBackupQuotaExceeded"] = typeof(DBInstanceAutomatedBackupQuotaExceededException),
            ["DBInstanceNotFound"] = typeof(DBInstanceNotFoundException),
            ["DBParameterGroupAlreadyExists"] = typeof(DBParameterGroupAlreadyExistsException),
            ["DBParameterGroupNotFound"] = typeof(DBParameterGroupNotFoundException),
            ["DBParameterGroupQuotaExceeded"] = typeof(DBParameterGroupQuotaExceededException),
            ["DBSecurityGroupNotFound"] = typeof(DBSecurityGroupNotFoundException),
            ["DBSnapshotAlreadyExists"] = typeof(DBSnapshotAlreadyExistsException),
            ["DBSnapshotNotFound"] = typeof(DBSnapshotNotFoundException),
            ["DBSubnetGroupAlreadyExists"] = typeof(DBSubnetGroupAlreadyExistsException),
            ["DBSubnetGroupDoesNotCoverEnoughAZs"] = typeof(DBSubnetGroupDoesNotCoverEnoughAZsException),
            ["DBSubnetGroupNotFoundFault"] = typeof(DBSubnetGroupNotFoundException),
            ["DBSubnetGroupQuotaExceeded"] = typeof(DBSubnetGroupQuotaExceededException),
            ["DBSubnetQuotaExceededFault"] = typeof(DBSubnetQuotaExceededException),
            ["InstanceQuotaExceeded"] = typeof(InstanceQuotaExceededException),
            ["InsufficientDBInstanceCapacity"] = typeof(InsufficientDBInstanceCapacityException),
            ["InvalidDBClusterStateFault"] = typeof(InvalidDBClusterStateException),
            ["InvalidDBInstanceState"] = typeof(InvalidDBInstanceStateException),
            ["InvalidDBParameterGroupState"] = typeof(InvalidDBParameterGroupStateException),
            ["InvalidDBSecurityGroupState"] = typeof(InvalidDBSecurityGroupStateException),
            ["InvalidDBSnapshotState"] = typeof(InvalidDBSnapshotStateException),
            ["InvalidDBSubnetGroupStateFault"] = typeof(InvalidDBSubnetGroupStateException),
            ["InvalidDBSubnetStateFault"] = typeof(InvalidDBSubnetStateException),
            ["InvalidRestoreFault"] = typeof(InvalidRestoreException),
            ["InvalidSubnet"] = typeof(InvalidSubnetException),
            ["InvalidVPCNetworkStateFault"] = typeof(InvalidVPCNetworkStateException),
            ["KMSKeyNotAccessibleFault"] = typeof(KMSKeyNotAccessibleException),
            ["NetworkTypeNotSupported"] = typeof(NetworkTypeNotSupportedException),
            ["OptionGroupNotFoundFault"] = typeof(OptionGroupNotFoundException),
            ["ProvisionedIopsNotAvailableInAZFault"] = typeof(ProvisionedIopsNotAvailableInAZException),
            ["SharedSnapshotQuotaExceeded"] = typeof(SharedSnapshotQuotaExceededException),
            ["SnapshotQuotaExceeded"] = typeof(SnapshotQuotaExceededException),
            ["StorageQuotaExceeded"] = typeof(StorageQuotaExceededException),
            ["StorageTypeNotSupported"] = typeof(StorageTypeNotSupportedException),
            ["VpcEncryptionControlViolationException"] = typeof(VpcEncryptionControlViolationException),
        });
}
