using System.Diagnostics;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Journal;

namespace RestoreDrill.Records.Tests.Journal;

/// <summary>This test program, told to save steps into a journal until it is killed instead of testing; it says on its output what is saved.</summary>
internal static class KilledWriter
{
    /// <summary>The first argument by which the test program becomes it; the second is the journal.</summary>
    public const string Verb = "write-until-killed";

    public static async Task RunAsync(string path)
    {
        using var journal = RestoreJournal.Open(path, new CopyRecord([], []), TimeProvider.System);
        var lease = (await journal.TryAcquireAsync(journal.Run.Id, $"process {Environment.ProcessId}", TimeSpan.FromMinutes(1), CancellationToken.None))!;
        for (var i = journal.Run.Troubles + 1; ; i++)
        {
            var change = new RunChange { Phase = "writing", State = $"\"{new string('ж', i % 5000)}\"", Troubles = i, Events = [new RunEvent { Phase = "writing", Kind = RunEventKind.Observed, Message = $"{i}" }] };
            await journal.SaveAsync(lease, change, CancellationToken.None);
            await Console.Out.WriteLineAsync($"{i}");
            await Console.Out.FlushAsync();
        }
    }

    /// <summary>Starts it, kills it (SIGKILL) after some steps, and gives the last one that it said was saved.</summary>
    public static async Task<int> KillAfterAsync(string path, int steps, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledWriter).Assembly.Location);
        }

        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(path);
        using var process = Process.Start(start)!;
        for (var i = 0; i < steps; i++)
        {
            Assert.NotNull(await process.StandardOutput.ReadLineAsync(cancellationToken));
        }

        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
        var rest = (await process.StandardOutput.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return rest.Length > 1 ? int.Parse(rest[^2], System.Globalization.CultureInfo.InvariantCulture) : 0;
    }
}
