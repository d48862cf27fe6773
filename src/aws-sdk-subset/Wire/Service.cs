using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Wire;

/// <summary>What the wire code has to know of the service that its assembly is for.</summary>
/// <param name="name">As the official client names it to AWSSDK.Core: <c>Amazon.RDS</c>.</param>
/// <param name="version">Of the API.</param>
/// <param name="exception">The type of an error that no operation declares.</param>
/// <param name="faults">Error code on the wire to exception type, for every code that an operation declares.</param>
internal sealed class Service(string name, string version, Type exception, IReadOnlyDictionary<string, Type> faults)
{
    public string Name => name;

    public string Version => version;

    /// <exception cref="KeyNotFoundException">An operation declares a code that has no type here.</exception>
    public IReadOnlyDictionary<string, Type> FaultsOf(IEnumerable<string> declaredCodes)
        => declaredCodes.ToDictionary(static code => code, code => faults[code], StringComparer.Ordinal);

    /// <summary>The exception of an error: of the type its code is declared with, otherwise the service's own.</summary>
    public AmazonServiceException Fault(ErrorResponse error, IReadOnlyDictionary<string, Type> declared)
        => (AmazonServiceException)Activator.CreateInstance(
            declared.GetValueOrDefault(error.Code ?? "", exception),
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);

    /// <summary>The exception of a request that cannot be sent as it is.</summary>
    public AmazonServiceException Unsent(string message) => (AmazonServiceException)Activator.CreateInstance(exception, message);
}
