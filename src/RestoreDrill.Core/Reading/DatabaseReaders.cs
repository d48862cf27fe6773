using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Structures;

namespace RestoreDrill.Core.Reading;

/// <summary>Everything that asks PostgreSQL, and how sources are logged in to.</summary>
/// <param name="Instance">Reads restored instances.</param>
/// <param name="Catalogs">Reads catalogs, of sources and of restored instances.</param>
/// <param name="OldRows">Reads old rows, of sources and of restored instances.</param>
/// <param name="Structure">Asks about the structure of restored instances.</param>
/// <param name="Faults">Damages scratch instances, to find out whether the others see it.</param>
/// <param name="Sources">Asks sources what can be known before a drill.</param>
/// <param name="Logins">The logins to sources.</param>
/// <param name="Chain">Reads restored instances so that copies can be compared with each other.</param>
public sealed record DatabaseReaders(
    IInstanceReader Instance, ICatalogReader Catalogs, IOldRowReader OldRows, IStructureReader Structure, IFaultInjector Faults, ISourceExaminer Sources, ISourceLogins Logins,
    IChainReader Chain);
