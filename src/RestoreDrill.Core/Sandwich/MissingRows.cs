namespace RestoreDrill.Core.Sandwich;

/// <summary>
/// Finds out whether a source's rows, of which only count and sum are known, are a part of the copy's rows, whose hashes are known one by one. It looks for the
/// rows that are missing in the source, or for those that are not, whichever are fewer.
/// </summary>
/// <remarks>
/// That rows which are no part of the copy's pass for one needs a choice whose sum agrees by chance: at most <see cref="MostChoices"/> in 2 to the 64.
/// </remarks>
public static class MissingRows
{
    /// <summary>How many sums are computed for one group, unless told otherwise: of the 61 rows of a full block of pgbench, 8 that are missing are found with fewer.</summary>
    public const long UsualWork = 2_000_000;

    /// <summary>Groups with more choices are left alone: the chance of a sum that agrees by accident stays below one in a thousand million.</summary>
    public const double MostChoices = 1L << 34;

    /// <summary>Looks for the part.</summary>
    /// <param name="hashes">The image hashes of the copy's rows, in any order.</param>
    /// <param name="part">The source's rows: fewer than the copy's.</param>
    /// <param name="work">How many sums may be computed.</param>
    public static PartSearch Search(ReadOnlySpan<long> hashes, GroupSum part, long work = UsualWork)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part.Rows, hashes.Length, nameof(part));
        ArgumentOutOfRangeException.ThrowIfNegative(part.Rows, nameof(part));
        var missing = hashes.Length - part.Rows;
        var (size, sum) = missing <= part.Rows ? (missing, unchecked(Sum(hashes) - part.HashSum)) : (part.Rows, part.HashSum);
        if (size == 0)
        {
            return sum == 0 ? PartSearch.Found : PartSearch.Impossible;
        }

        var (low, high) = (size / 2, size - (size / 2));
        if (Choices(hashes.Length, size) > MostChoices || Choices(hashes.Length, low) + Choices(hashes.Length, high) > work)
        {
            return PartSearch.TooMany;
        }

        return Exists(hashes.ToArray(), low, high, sum) ? PartSearch.Found : PartSearch.Impossible;
    }

    /// <summary>The sum of hashes, modulo 2 to the 64.</summary>
    public static long Sum(ReadOnlySpan<long> hashes)
    {
        var sum = 0L;
        foreach (var hash in hashes)
        {
            sum = unchecked(sum + hash);
        }

        return sum;
    }

    /// <summary>
    /// Meets in the middle: the rows of a choice, in their order, are a low and a high part. Row by row, the high parts that begin with it are looked for among
    /// the sums of the low parts that lie wholly before it, so no row is taken twice, and rows that are alike are no trouble.
    /// </summary>
    private static bool Exists(long[] hashes, int low, int high, long sum)
    {
        var lows = new HashSet<long>();
        if (low == 0)
        {
            lows.Add(0);
        }

        for (var row = 0; row < hashes.Length; row++)
        {
            if (Any(hashes, row + 1, hashes.Length, high - 1, hashes[row], other => lows.Contains(unchecked(sum - other))))
            {
                return true;
            }

            if (low > 0)
            {
                Any(hashes, 0, row, low - 1, hashes[row], other =>
                {
                    lows.Add(other);
                    return false;
                });
            }
        }

        return false;
    }

    /// <summary>Goes through the sums of all choices of rows from a range, on top of a first sum, until one is accepted.</summary>
    private static bool Any(long[] hashes, int from, int to, int size, long first, Func<long, bool> accepts)
    {
        if (size == 0)
        {
            return accepts(first);
        }

        for (var row = from; row <= to - size; row++)
        {
            if (Any(hashes, row + 1, to, size - 1, unchecked(first + hashes[row]), accepts))
            {
                return true;
            }
        }

        return false;
    }

    private static double Choices(int rows, int size)
    {
        var choices = 1.0;
        for (var i = 1; i <= size; i++)
        {
            choices *= (double)(rows - size + i) / i;
        }

        return choices;
    }
}
