using RestoreDrill.Isolation;
using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Tests.Configuration;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary><c>restoredrill</c> with a whole configuration and with ports in memory.</summary>
internal sealed class CommandLine : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public CommandLine()
    {
        Store = new InMemoryStore(Time);
        Watch = new InMemoryWatch(Store, Time);
        Cloud = new InMemoryCloud(Time);
        GuardRails = new InMemoryGuardRails(Time);
        GuardRails.LookedAt(Now.AddHours(-7), "courses");
    }

    /// <summary>Moves on while a verb is running: whoever waits has waited.</summary>
    public FakeTimeProvider Time { get; } = new(Now);

    public ConfigurationFolder Configuration { get; } = new();

    public InMemoryStore Store { get; }

    public InMemoryWatch Watch { get; }

    public InMemoryCloud Cloud { get; }

    public InMemoryReader Reader { get; } = new();

    public InMemorySource Source { get; } = new();

    public InMemorySchema Schema { get; } = new();

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>Everything that was printed, to either.</summary>
    public string Printed => Out + Error;

    public bool OutIsTerminal { get; set; }

    /// <summary>What is on standard input.</summary>
    public byte[] In { get; set; } = [];

    public bool InIsTerminal { get; set; }

    /// <summary>As a service that starts with this configuration.</summary>
    public void FollowSchedules() => new Watch(Configuration.Load().Installation, Watch, Watch, Store).LookAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>What a verb printed, with its commands as they are without a configuration that was named.</summary>
    public string OutWithoutConfig => Out.Replace($" --config {Configuration.File}", string.Empty, StringComparison.Ordinal);

    /// <summary>Runs a verb.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings
        {
            OpenIn = () => new MemoryStream(In),
            InIsTerminal = InIsTerminal,
            Out = output,
            Error = error,
            OutIsTerminal = OutIsTerminal,
            ErrorIsTerminal = false,
            Environment = Configuration.Environment,
            Time = Time,
            Random = new Random(1),
            Trigger = "cli:maria@laptop",
        };
        string[] all = [.. arguments, "--config", Configuration.Save()];
        var running = RestoreDrillCommand.RunAsync(all, surroundings, new Connector(Connect, (_, _) => Cloud, (_, _) => new EmergencyPorts(Cloud, Other: null, Facts, InMemoryReaders.Of(Reader, Source, Cloud)), static (options, around) => IsolationSetup.Open(options, around.Time)), TestContext.Current.CancellationToken);
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(20, TestContext.Current.CancellationToken));
            Time.Advance(TimeSpan.FromSeconds(5));
        }

        Out = output.ToString();
        Error = error.ToString();
        return await running;
    }

    public void Dispose() => Configuration.Dispose();

    /// <summary>Looked at last night.</summary>
    public InMemoryGuardRails GuardRails { get; }

    public InMemoryFactStore Facts { get; } = new();

    private Ports Connect(Host.Configuration.Configured configured, Surroundings surroundings) =>
        new(() => Store, () => Store, () => Watch, () => Watch, () => Watch, () => Watch, () => Schema, () => Cloud, () => Cloud, () => Cloud, () => GuardRails, () => GuardRails, () => Facts, () => Facts, () => InMemoryReaders.Of(Reader, Source, Cloud), () => ValueTask.CompletedTask);
}
