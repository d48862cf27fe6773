using System.Globalization;
using System.Runtime.InteropServices;
using RestoreDrill.CorruptionMatrix;
using RestoreDrill.CorruptionMatrix.Reporting;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = MatrixOptions.FromEnvironment();
var started = TimeProvider.System.GetTimestamp();
using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var result = await Matrix.RunAsync(options, Say, stopping.Token);
var table = MatrixTable.Of(result);
await Artifacts.WriteAsync(result, table);
if (options.IsWhole)
{
    await MatrixDocument.WriteAsync("docs/verification.md", table);
}

Console.WriteLine();
Console.WriteLine(table);
return result.IsGood ? 0 : 1;

// What was started is stopped and removed on the way out.
void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stopping.Cancel();
}

void Say(string what) => Console.WriteLine($"{TimeProvider.System.GetElapsedTime(started):hh\\:mm\\:ss}  {what}");
