namespace RestoreDrill.EndToEnd.Tests.Service;

/// <summary>What a newer release may schedule, and this one cannot load.</summary>
public static class NewerRelease
{
    public static void Report() => throw new InvalidOperationException("Nobody here can do this.");
}
