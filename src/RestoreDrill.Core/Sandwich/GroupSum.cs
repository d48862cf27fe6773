namespace RestoreDrill.Core.Sandwich;

/// <summary>Old rows of a group of blocks.</summary>
/// <param name="Rows">How many.</param>
/// <param name="HashSum">The sum of their image hashes, modulo 2 to the 64.</param>
public readonly record struct GroupSum(int Rows, long HashSum);
