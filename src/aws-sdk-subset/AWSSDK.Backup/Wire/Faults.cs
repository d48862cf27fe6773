using Amazon.Backup.Model;
using Amazon.Wire;

namespace Amazon.Backup.Wire;

/// <summary>Error code on the wire to exception type. Here both have the same name.</summary>
internal static class Faults
{
    public static readonly Service Service = new(
        "Amazon.Backup",
        "2018-11-15",
        typeof(AmazonBackupException),
        new Dictionary<string, Type>(StringComparer.Ordinal)
        {
            ["AlreadyExistsException"] = typeof(AlreadyExistsException),
            ["DependencyFailureException"] = typeof(DependencyFailureException),
            ["InvalidParameterValueException"] = typeof(InvalidParameterValueException),
            ["InvalidRequestException"] = typeof(InvalidRequestException),
            ["InvalidResourceStateException"] = typeof(InvalidResourceStateException),
            ["LimitExceededException"] = typeof(LimitExceededException),
            ["MissingParameterValueException"] = typeof(MissingParameterValueException),
            ["ResourceNotFoundException"] = typeof(ResourceNotFoundException),
            ["ServiceUnavailableException"] = typeof(ServiceUnavailableException),
        });
}
