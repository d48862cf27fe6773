using System.CommandLine;
using RestoreDrill.Sandbox.Commands;

var root = new RootCommand("Three AWS accounts on this machine, with a real PostgreSQL behind every DB instance.")
{
    ServeCommand.Create(),
    StoreCommand.Create(),
    PrepareCommand.Create(),
    SampleCommand.Create(),
    DamageCommand.Create(),
    MfaCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
