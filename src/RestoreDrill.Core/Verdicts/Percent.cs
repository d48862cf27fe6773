namespace RestoreDrill.Core.Verdicts;

/// <summary>Shares in words.</summary>
internal static class Percent
{
    /// <summary>A share of what was found, with two decimals; <c>100.00 %</c> only for all of it.</summary>
    public static string Of(double share) => FormattableString.Invariant($"{(share < 1 ? Math.Min(share, 0.9999) : share):P2}");

    /// <summary>A configured share, as it was written.</summary>
    public static string Configured(double share) => FormattableString.Invariant($"{share * 100:0.######} %");
}
