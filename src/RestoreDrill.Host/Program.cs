using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Running;

return await RestoreDrillCommand.RunAsync(args, Surroundings.OfProcess(), Connect.Real, CancellationToken.None);
