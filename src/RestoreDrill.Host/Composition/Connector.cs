using RestoreDrill.Core.Copying;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Composition;

/// <summary>Makes the ports to the outside.</summary>
/// <param name="Ports">All of them, from a whole configuration.</param>
/// <param name="Source">The source account alone, for a verb that needs no store.</param>
internal sealed record Connector(Func<Configured, Surroundings, Ports> Ports, Func<RoleAccess, Surroundings, ISourceAccount> Source);
