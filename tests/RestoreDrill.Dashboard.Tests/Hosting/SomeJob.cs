namespace RestoreDrill.Dashboard.Tests.Hosting;

/// <summary>What the jobs of the tests would do.</summary>
public static class SomeJob
{
    public static string Run(string database) => database;
}
