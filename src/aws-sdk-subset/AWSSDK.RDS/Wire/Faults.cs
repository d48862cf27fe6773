using System.Collections.Frozen;
using Amazon.RDS.Model;
using Amazon.Runtime.Internal;

namespace Amazon.RDS.Wire;

/// <summary>Error code on the wire to exception type. Some codes end in <c>Fault</c> and some do not; the types never do.</summary>
internal static class Faults
{
    private static readonly FrozenDictionary<string, Func<ErrorResponse, AmazonRDSException>> ByCode = new Dictionary<string, Func<ErrorResponse, AmazonRDSException>>
    {
        ["AuthorizationNotFound"] = static e => new AuthorizationNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["CertificateNotFound"] = static e => new CertificateNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBClusterNotFoundFault"] = static e => new DBClusterNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBClusterSnapshotNotFoundFault"] = static e => new DBClusterSnapshotNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBInstanceAlreadyExists"] = static e => new DBInstanceAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBInstanceAutomatedBackupNotFound"] = static e => new DBInstanceAutomatedBackupNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBInstanceAutomatedBackupQuotaExceeded"] = static e => new DBInstanceAutomatedBackupQuotaExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBInstanceNotFound"] = static e => new DBInstanceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBParameterGroupAlreadyExists"] = static e => new DBParameterGroupAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBParameterGroupNotFound"] = static e => new DBParameterGroupNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBParameterGroupQuotaExceeded"] = static e => new DBParameterGroupQuotaExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBSecurityGroupNotFound"] = static e => new DBSecurityGroupNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBSnapshotAlreadyExists"] = static e => new DBSnapshotAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBSnapshotNotFound"] = static e => new DBSnapshotNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBSubnetGroupAlreadyExists"] = static e => new DBSubnetGroupAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBSubnetGroupDoesNotCoverEnoughAZs"] = static e => new DBSubnetGroupDoesNotCoverEnoughAZsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBSubnetGroupNotFoundFault"] = static e => new DBSubnetGroupNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBSubnetGroupQuotaExceeded"] = static e => new DBSubnetGroupQuotaExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["DBSubnetQuotaExceededFault"] = static e => new DBSubnetQuotaExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InstanceQuotaExceeded"] = static e => new InstanceQuotaExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InsufficientDBInstanceCapacity"] = static e => new InsufficientDBInstanceCapacityException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidDBClusterStateFault"] = static e => new InvalidDBClusterStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidDBInstanceState"] = static e => new InvalidDBInstanceStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidDBParameterGroupState"] = static e => new InvalidDBParameterGroupStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidDBSecurityGroupState"] = static e => new InvalidDBSecurityGroupStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidDBSnapshotState"] = static e => new InvalidDBSnapshotStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidDBSubnetGroupStateFault"] = static e => new InvalidDBSubnetGroupStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidDBSubnetStateFault"] = static e => new InvalidDBSubnetStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidRestoreFault"] = static e => new InvalidRestoreException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidSubnet"] = static e => new InvalidSubnetException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidVPCNetworkStateFault"] = static e => new InvalidVPCNetworkStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["KMSKeyNotAccessibleFault"] = static e => new KMSKeyNotAccessibleException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["NetworkTypeNotSupported"] = static e => new NetworkTypeNotSupportedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["OptionGroupNotFoundFault"] = static e => new OptionGroupNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["ProvisionedIopsNotAvailableInAZFault"] = static e => new ProvisionedIopsNotAvailableInAZException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["SharedSnapshotQuotaExceeded"] = static e => new SharedSnapshotQuotaExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["SnapshotQuotaExceeded"] = static e => new SnapshotQuotaExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["StorageQuotaExceeded"] = static e => new StorageQuotaExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["StorageTypeNotSupported"] = static e => new StorageTypeNotSupportedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["VpcEncryptionControlViolationException"] = static e => new VpcEncryptionControlViolationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    }.ToFrozenDictionary();

    public static AmazonRDSException Typed(ErrorResponse error) => ByCode[error.Code](error);
}
