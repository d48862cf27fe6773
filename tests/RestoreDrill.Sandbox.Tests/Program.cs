using RestoreDrill.Sandbox.Tests;
using RestoreDrill.Sandbox.Tests.Clusters;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is [Killed.Verb, var what])
{
    await Killed.RunAsync(what);
    return 0;
}

return args.Contains("--server") || args.Contains("--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
