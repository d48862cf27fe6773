using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Hangfire;

namespace RestoreDrill.Dashboard;

/// <summary>Which reads belong to which job storage; a process may have several.</summary>
internal static class StorageReads
{
    private static readonly ConditionalWeakTable<JobStorage, DashboardReads> Reads = [];

    public static void Set(JobStorage storage, DashboardReads reads) => Reads.AddOrUpdate(storage, reads);

    /// <summary>False: the storage is not one of RestoreDrill's.</summary>
    public static bool TryGet(JobStorage storage, [NotNullWhen(true)] out DashboardReads? reads) => Reads.TryGetValue(storage, out reads);
}
