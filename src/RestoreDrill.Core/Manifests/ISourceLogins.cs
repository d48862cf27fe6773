using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Manifests;

/// <summary>How sources are logged in to.</summary>
public interface ISourceLogins
{
    /// <summary>The read-only login at an endpoint, its password read just now.</summary>
    /// <exception cref="InstanceUnreachableException">The password cannot be had.</exception>
    InstanceLogin LoginOf(SourceReaderOptions reader, string host, int port);
}
