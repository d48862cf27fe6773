using RestoreDrill.Records.Tests;
using RestoreDrill.Records.Tests.Journal;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is [KilledWriter.Verb, var journal])
{
    await KilledWriter.RunAsync(journal);
    return 0;
}

return args.Contains("--server") || args.Contains("--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
