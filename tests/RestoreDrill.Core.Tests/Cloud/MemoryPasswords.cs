using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Restoring;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>Keeps the passwords that are delivered, in order.</summary>
internal sealed class MemoryPasswords : IPasswordDestination
{
    public List<string> Delivered { get; } = [];

    /// <summary>What keeps a password from being put there; null: nothing.</summary>
    public Exception? Refusal { get; set; }

    public string Words => "the test's memory";

    public Task DeliverAsync(string instance, InstanceLogin login, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }

        Delivered.Add(login.Password!.Reveal());
        return Task.CompletedTask;
    }
}
