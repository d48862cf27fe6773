using RestoreDrill.Core.Copying;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Running;
using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Composition;

/// <summary>Makes the ports to the outside.</summary>
/// <param name="Ports">All of them, from a whole configuration.</param>
/// <param name="Source">The source account alone, for a verb that needs no store.</param>
/// <param name="Emergency">What an emergency restore works with.</param>
/// <param name="Isolation">The isolation, for a person with the management account's credentials.</param>
internal sealed record Connector(
    Func<Configured, Surroundings, Ports> Ports,
    Func<RoleAccess, Surroundings, ISourceAccount> Source,
    Func<RestoreConfigured, Surroundings, EmergencyPorts> Emergency,
    Func<IsolationOptions, Surroundings, IsolationSetup> Isolation);
