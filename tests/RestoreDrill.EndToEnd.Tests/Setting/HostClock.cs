namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>Starts a process on a host whose clock is wrong: libfaketime shifts the time of day and leaves durations as they are.</summary>
internal static class HostClock
{
    public static IReadOnlyDictionary<string, string> ShiftedBy(TimeSpan shift) => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library(),
        ["FAKETIME"] = $"{shift.TotalSeconds:+0;-0}s",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["DONT_FAKE_MONOTONIC"] = "1",

        // Otherwise libfaketime (0.9.10) takes the monotonic deadlines of .NET's waits for times of day, and every wait ends at once.
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
    };

    private static string Library() =>
        Directory.EnumerateDirectories("/usr/lib").Append("/usr/lib").Append("/usr/lib64")
            .Select(static directory => Path.Combine(directory, "faketime/libfaketimeMT.so.1"))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("libfaketime is missing: bash eng/faketime.sh (Debian, Ubuntu: apt-get install faketime).");
}
