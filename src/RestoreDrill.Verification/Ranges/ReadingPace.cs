namespace RestoreDrill.Verification.Ranges;

/// <summary>How ranges are read.</summary>
/// <param name="Connections">How many connections read at once.</param>
/// <param name="Statement">How long one statement should take.</param>
/// <param name="Stint">After so long no further range is begun. Each connection reads one at least.</param>
/// <param name="FirstBytes">See <see cref="ReaderOptions.FirstRangeBytes"/>.</param>
/// <param name="DutyCycle">The share of the time that a connection works, above 0 to 1; it rests after each statement.</param>
internal sealed record ReadingPace(int Connections, TimeSpan Statement, TimeSpan Stint, long FirstBytes, double DutyCycle = 1);
