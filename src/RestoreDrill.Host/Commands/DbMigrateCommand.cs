using System.CommandLine;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill db migrate</c>: brings the store's schema to what this program needs.</summary>
internal static class DbMigrateCommand
{
    public static Command Create(Runner runner)
    {
        var script = new Option<bool>("--script") { Description = "Print the SQL of every migration instead of applying it." };
        var migrate = new Command("migrate", "Brings the schema of RestoreDrill's own store up to date; does nothing where it is.") { script };
        return new Command("db", "RestoreDrill's own store.") { runner.Does(migrate, (invocation, parsed, token) => RunAsync(invocation, parsed.GetValue(script), token)) };
    }

    private static async Task<int> RunAsync(Invocation invocation, bool script, CancellationToken cancellationToken)
    {
        var schema = invocation.Ports.Schema;
        if (script)
        {
            var sql = schema.Script();
            invocation.Presenter.Show(new Report().Line(sql), new { script = sql });
            return ExitCodes.Ok;
        }

        var store = invocation.Configured.Store.ToString();
        var applied = await schema.MigrateAsync(cancellationToken);
        var report = applied.Count == 0
            ? new Report().Line($"The schema of the store {store} is up to date already.", Tone.Good)
            : new Report().Line($"The schema of the store {store} is up to date; applied: {string.Join(", ", applied)}.", Tone.Good);
        invocation.Presenter.Show(report, new { store, applied });
        return ExitCodes.Ok;
    }
}
