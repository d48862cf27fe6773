namespace RestoreDrill.Core.Manifests;

/// <summary>When something was read, and of what.</summary>
public enum ReadingMoment
{
    /// <summary>Of the source, before its snapshot was asked for.</summary>
    Before,

    /// <summary>Of the source, after its snapshot was complete.</summary>
    After,

    /// <summary>Of the source, once its old rows had been read: what was altered while they were read shows only then.</summary>
    Closing,

    /// <summary>Of a restored copy, before the drill changed anything in it.</summary>
    Copy,

    /// <summary>Of a restored copy, once the drill had the right to read it: only databases of which something could not be read before.</summary>
    Entitled,
}
