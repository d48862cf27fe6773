namespace RestoreDrill.Core.Cloud;

/// <summary>A person with a device that shows one-time codes.</summary>
public interface ISecondFactor
{
    /// <summary>Asks for the code that the device shows. It is used once, and kept nowhere.</summary>
    /// <param name="device">The device, by ARN or serial number.</param>
    /// <param name="role">The role that is taken on with it.</param>
    /// <param name="refused">Why the last code was not taken; null: this is the first.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>Six digits.</returns>
    /// <exception cref="Refusals.RefusedException">There is nobody to ask.</exception>
    Task<string> AskAsync(string device, string role, string? refused, CancellationToken cancellationToken);
}
