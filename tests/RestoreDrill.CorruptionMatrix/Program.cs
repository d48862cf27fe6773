using System.Globalization;
using RestoreDrill.CorruptionMatrix;
using RestoreDrill.CorruptionMatrix.Reporting;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = MatrixOptions.FromEnvironment();
var started = TimeProvider.System.GetTimestamp();
var result = await Matrix.RunAsync(options, Say, CancellationToken.None);
var table = MatrixTable.Of(result);
await Artifacts.WriteAsync(result, table);
if (options.IsWhole)
{
    await MatrixDocument.WriteAsync("docs/verification.md", table);
}

Console.WriteLine();
Console.WriteLine(table);
return result.IsGood ? 0 : 1;

void Say(string what) => Console.WriteLine($"{TimeProvider.System.GetElapsedTime(started):hh\\:mm\\:ss}  {what}");
