using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>One operation of the RDS API. Runs while the account states are held, and never waits.</summary>
internal interface IRdsOperation
{
    string Name { get; }

    /// <summary>The result element, or null for an answer that has none.</summary>
    XElement? Execute(RdsCall call);
}
