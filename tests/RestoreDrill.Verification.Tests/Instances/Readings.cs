using RestoreDrill.Core.Reading;

namespace RestoreDrill.Verification.Tests.Instances;

internal static class Readings
{
    /// <summary>Reads one relation to its end and adds up its ranges.</summary>
    public static async Task<RelationReading> ReadAsync(
        this PostgresInstanceReader reader, InstanceLogin login, ListedRelation relation, long seed, CancellationToken ct) =>
        RelationReading.Of(relation, await reader.RangesAsync(login, new ReadingOrder { Relations = [new(relation, [])], Seed = seed }, ct))!;

    public static async Task<List<RangeReading>> RangesAsync(
        this PostgresInstanceReader reader, InstanceLogin login, ReadingOrder order, CancellationToken ct)
    {
        var ranges = new List<RangeReading>();
        await foreach (var range in reader.ReadAsync(login, order, ct))
        {
            ranges.Add(range);
        }
        return ranges;
    }
}
