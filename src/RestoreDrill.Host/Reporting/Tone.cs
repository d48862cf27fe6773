namespace RestoreDrill.Host.Reporting;

/// <summary>How a piece of text is meant; colours on a terminal, nothing elsewhere: the words must say it too.</summary>
internal enum Tone
{
    Plain,
    Good,
    Warning,
    Bad,
    Faint,
}
