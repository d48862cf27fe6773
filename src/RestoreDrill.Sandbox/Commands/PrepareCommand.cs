using System.CommandLine;

namespace RestoreDrill.Sandbox.Commands;

/// <summary><c>prepare</c>: fills a running sandbox with something to protect.</summary>
internal static class PrepareCommand
{
    public static Command Create()
    {
        var state = StateOption.Create();
        var endpoint = EndpointOption.Create();
        var size = SampleOptions.Size();
        var seed = SampleOptions.Seed();
        var restoreInto = RestoreIntoOption.Create();
        var command = new Command("prepare", $"Makes the instance {Preparation.Instance} with the sample, and the vault's groups for scratch instances and emergency restores; with --restore-into the latter in that account, too.")
        {
            state, endpoint, size, seed, restoreInto,
        };
        command.SetAction((parsed, ct) => CustomerErrors.TellAsync(parsed.InvocationConfiguration.Error, () =>
        {
            var customer = new Customer(Path.GetFullPath(parsed.GetValue(state)!), parsed.GetValue(endpoint)!);
            return new Preparation(customer, TimeProvider.System, parsed.InvocationConfiguration.Output)
                .RunAsync(SampleOptions.Size(parsed.GetValue(size)!), parsed.GetValue(seed), RestoreIntoOption.Read(parsed.GetValue(restoreInto)), ct);
        }, ct));
        return command;
    }
}
