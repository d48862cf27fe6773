namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Where a row lies.</summary>
/// <param name="Block">The page, from 0.</param>
/// <param name="Item">The line pointer on it, from 1.</param>
internal readonly record struct RowPlace(int Block, int Item);
