using System.Globalization;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Verification.Tests.Majors;

/// <summary>Server programs of majors other than this machine's, as <c>make test-majors</c> puts them into artifacts/postgresql.</summary>
internal static class OtherMajor
{
    /// <summary>Set by <c>make test-majors</c>: the tests run, and a major that is not there fails its own. Otherwise they take too long beside all others.</summary>
    private const string Every = "RESTOREDRILL_EVERY_MAJOR";

    /// <summary>The programs; skips the test, by name, where there are none.</summary>
    public static PostgresBinaries Locate(int major)
    {
        Assert.SkipWhen(PostgresBinaries.Locate().MajorVersion == major, $"PostgreSQL {major} is this machine's own: every other test runs on it");
        var directory = Path.Combine(Root(), "artifacts", "postgresql", major.ToString(CultureInfo.InvariantCulture), "bin");
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Every)), $"PostgreSQL {major} is NOT TESTED here: make test-majors does it");
        Assert.True(Directory.Exists(directory), $"The server programs of PostgreSQL {major} are not in {directory}, so it is not tested.");
        var binaries = PostgresBinaries.In(directory);
        Assert.Equal(major, binaries.MajorVersion);
        return binaries;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RestoreDrill.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("RestoreDrill.sln is in no folder above the tests.");
    }
}
