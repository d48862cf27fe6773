using Amazon.RDS.Model;
using Amazon.Runtime.Internal;

namespace Amazon.RDS.Wire;

/// <summary>Error code on the wire to exception type. Some codes end in <c>Fault</c> and some do not; the types never do.</summary>
internal static class Faults
{
    private static readonly Dictionary<string, Type> ByCode = new(StringComparer.Ordinal)
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
        ["VpcEncryptionControlViolationException"] = typeof(VpcEncryptionControlViolationException),    };

    /// <exception cref="KeyNotFoundException">An operation declares a code that has no type here.</exception>
    public static Type TypeOf(string code) => ByCode[code];

    public static AmazonRDSException Make(Type type, ErrorResponse error) => (AmazonRDSException)Activator.CreateInstance(
        type, error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
}
