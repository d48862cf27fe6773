using System.Globalization;

namespace RestoreDrill.Core.Turns;

/// <summary>Orders the sizes of DB instance classes (RDS User Guide, "DB instance class types"): <c>db.family.size</c>.</summary>
public static class InstanceSizes
{
    private static readonly string[] Small = ["micro", "small", "medium", "large", "xlarge"];

    /// <summary>Whether a text names a size: <c>micro</c> to <c>xlarge</c>, or a multiple such as <c>2xlarge</c>.</summary>
    public static bool IsSize(string size) => Rank(size) is not null;

    /// <summary>Whether a class is larger than a size; where either is not known, it is.</summary>
    /// <param name="instanceClass">For example <c>db.t3.medium</c>.</param>
    /// <param name="largest">For example <c>2xlarge</c>.</param>
    public static bool Exceeds(string instanceClass, string largest)
    {
        ArgumentNullException.ThrowIfNull(instanceClass);
        var size = instanceClass.Split('.', 3)[^1].Split('.')[0];
        return Rank(size) is not { } rank || Rank(largest) is not { } most || rank > most;
    }

    private static int? Rank(string size)
    {
        var rank = Array.IndexOf(Small, size);
        if (rank >= 0)
        {
            return rank;
        }

        return size.EndsWith("xlarge", StringComparison.Ordinal)
            && int.TryParse(size[..^"xlarge".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 1
                ? Small.Length + times
                : null;
    }
}
