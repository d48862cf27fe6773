using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Host.Isolation;

/// <summary>AWS did not let <c>isolation</c> go on.</summary>
/// <param name="cause">What it said.</param>
/// <param name="changes">Whether it was changing things.</param>
internal sealed class IsolationBrokenOffException(CloudException cause, bool changes) : Exception(cause.Message, cause)
{
    public string Safe { get; } = changes ? "What was made before stays as it is, and nothing is made in part that `apply` does not finish. No copy is touched." : "Nothing was changed.";
}
