using System.Text.Json;

namespace RestoreDrill.Verification.Structures;

/// <summary>How the server would run a statement. A probe that does not use the index is no check of it.</summary>
internal static class Plan
{
    /// <summary>Which node of which kind reads which index, in any order; what reads no index has an empty name.</summary>
    public static async Task<List<(string Node, string Index, bool HasCondition)>> ScansAsync(Inquiry inquiry, string sql, CancellationToken ct)
    {
        var text = await inquiry.RowsAsync("asking for a plan", $"EXPLAIN (FORMAT JSON, COSTS OFF) {sql}", static row => row.GetString(0), ct);
        using var plan = JsonDocument.Parse(text[0]);
        var scans = new List<(string, string, bool)>();
        Collect(plan.RootElement[0].GetProperty("Plan"), scans);
        return scans;
    }

    private static void Collect(JsonElement node, List<(string Node, string Index, bool HasCondition)> scans)
    {
        var type = node.GetProperty("Node Type").GetString()!;
        if (type.Contains("Scan", StringComparison.Ordinal) && type is not "Subquery Scan")
        {
            var index = node.TryGetProperty("Index Name", out var name) ? name.GetString()! : "";
            scans.Add((type, index, node.TryGetProperty("Index Cond", out _)));
        }
        if (node.TryGetProperty("Plans", out var below))
        {
            foreach (var child in below.EnumerateArray())
            {
                Collect(child, scans);
            }
        }
    }
}
