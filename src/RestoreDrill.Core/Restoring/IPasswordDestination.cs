using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Restoring;

/// <summary>Where the master password of an emergency restore goes. It is there at least once; of several, the last one is in force.</summary>
public interface IPasswordDestination
{
    /// <summary>The destination, in words without the password.</summary>
    string Words { get; }

    /// <exception cref="IOException">It cannot be put there; the restore asks again.</exception>
    Task DeliverAsync(string instance, InstanceLogin login, CancellationToken cancellationToken);
}
