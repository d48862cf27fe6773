using System.CommandLine;
using RestoreDrill.Sandbox.Sample;

namespace RestoreDrill.Sandbox.Commands;

/// <summary><c>sample fill</c> and <c>sample write</c>: the sample's rows, and the application that keeps changing them.</summary>
internal static class SampleCommand
{
    public static Command Create() => new("sample", "The sample's rows, and the application that keeps changing them.") { Fill(), Write() };

    private static Command Fill()
    {
        var state = StateOption.Create();
        var endpoint = EndpointOption.Create();
        var size = SampleOptions.Size();
        var seed = SampleOptions.Seed();
        var command = new Command("fill", $"Fills the sample into {Preparation.Instance}, if it is not there.") { state, endpoint, size, seed };
        command.SetAction((parsed, ct) => CustomerErrors.TellAsync(parsed.InvocationConfiguration.Error, () =>
            new Preparation(new Customer(Path.GetFullPath(parsed.GetValue(state)!), parsed.GetValue(endpoint)!), TimeProvider.System,
                parsed.InvocationConfiguration.Output).FillAsync(SampleOptions.Size(parsed.GetValue(size)!), parsed.GetValue(seed), ct), ct));
        return command;
    }

    private static Command Write()
    {
        var state = StateOption.Create();
        var endpoint = EndpointOption.Create();
        var rate = new Option<int>("--rate") { Description = "Changes per second.", DefaultValueFactory = _ => 20 };
        var seed = SampleOptions.Seed();
        var command = new Command("write", $"Keeps changing the sample in {Preparation.Instance} until it is told to stop.") { state, endpoint, rate, seed };
        command.SetAction((parsed, ct) => CustomerErrors.TellAsync(parsed.InvocationConfiguration.Error, async () =>
        {
            var directory = Path.GetFullPath(parsed.GetValue(state)!);
            using var held = ProcessFile.Take(Path.Combine(directory, "writer.pid"));
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"The application changes the sample, {parsed.GetValue(rate)} times a second");
            await parsed.InvocationConfiguration.Output.FlushAsync(ct);
            var connection = SampleDatabase.AppConnection(new Customer(directory, parsed.GetValue(endpoint)!).MasterConnection(Preparation.Instance));
            await new SampleWriter(connection, parsed.GetValue(rate), new Random(parsed.GetValue(seed)), TimeProvider.System).RunAsync(ct);
        }, ct));
        return command;
    }
}
