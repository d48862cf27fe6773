using RestoreDrill.Core.Copying;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Running;

/// <summary>One call of a verb: where it runs, how it was asked to speak, and (once somebody needs them) configuration and ports.</summary>
/// <param name="surroundings">Where it runs.</param>
/// <param name="connect">Connects to the outside.</param>
/// <param name="configFile">The configuration file.</param>
/// <param name="format">How it was asked to speak.</param>
/// <param name="configIsGiven">Whether the configuration file was named, and is not the one that is taken by itself.</param>
internal sealed class Invocation(Surroundings surroundings, Connector connect, string configFile, OutputFormat format, bool configIsGiven = false) : IAsyncDisposable
{
    private Configured? _configured;
    private GuardConfigured? _guard;
    private IsolationConfigured? _isolation;
    private RestoreConfigured? _restore;
    private Ports? _ports;

    public Surroundings Surroundings => surroundings;

    public Presenter Presenter { get; } = new(surroundings, format);

    public DateTimeOffset Now => surroundings.Time.GetUtcNow();

    /// <summary>A command of this program over the same configuration, as a person copies it into a shell.</summary>
    public string CommandOf(params IEnumerable<string> words) => ShellCommand.Of(["restoredrill", .. words, .. configIsGiven ? ["--config", configFile] : Array.Empty<string>()]);

    /// <summary>The configuration, read at the first use.</summary>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public Configured Configured => _configured ??= ConfigurationLoader.Load(configFile, surroundings.Environment);

    /// <summary>What of the configuration the guard needs, read at the first use; the rest may be missing.</summary>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public GuardConfigured GuardConfigured => _guard ??= ConfigurationLoader.LoadGuard(configFile, surroundings.Environment);

    /// <summary>What of the configuration <c>isolation</c> needs, read at the first use; the rest may be missing.</summary>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public IsolationConfigured IsolationConfigured => _isolation ??= ConfigurationLoader.LoadIsolation(configFile, surroundings.Environment);

    /// <summary>What of the configuration an emergency restore needs, read at the first use; the store may be missing.</summary>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public RestoreConfigured RestoreConfigured => _restore ??= ConfigurationLoader.LoadRestore(configFile, surroundings.Environment);

    /// <summary>The ports to the outside. Nobody is asked anything before a port is used.</summary>
    /// <exception cref="ConfigurationException">The configuration cannot be used.</exception>
    public Ports Ports => _ports ??= connect.Ports(Configured, surroundings);

    /// <summary>The source account alone, without a store. Nobody is asked anything before it is used.</summary>
    public ISourceAccount OpenSource(RoleAccess role) => connect.Source(role, surroundings);

    /// <summary>What an emergency restore works with. Nobody is asked anything before it is used.</summary>
    public EmergencyPorts OpenEmergency() => connect.Emergency(RestoreConfigured, surroundings);

    /// <summary>The isolation of the vault account. Nobody is asked anything before it is used.</summary>
    public IsolationSetup OpenIsolation(IsolationOptions options) => connect.Isolation(options, surroundings);

    /// <summary>Runs a verb and turns whatever it throws into words and an exit code.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="runbook">The runbook of this verb; null: the error names one, where one applies.</param>
    public async Task<int> RunAsync(Func<Invocation, CancellationToken, Task<int>> verb, CancellationToken cancellationToken, string? runbook = null)
    {
        try
        {
            return await verb(this, cancellationToken);
        }
        catch (Exception exception)
        {
            var error = Failures.Describe(exception, surroundings.Trace);
            Presenter.ShowError(error with { Runbook = runbook ?? error.Runbook });
            return error.ExitCode;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ports is not null)
        {
            await _ports.DisposeAsync();
        }
    }
}
