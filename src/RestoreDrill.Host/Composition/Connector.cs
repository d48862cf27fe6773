using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Composition;

/// <summary>Makes the ports to the outside from the configuration.</summary>
internal delegate Ports Connector(Configured configured, Surroundings surroundings);
