namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>Gives what it has, and then fails.</summary>
internal sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Position == Length ? throw new IOException("The pipe is broken.") : base.ReadAsync(buffer, cancellationToken);
}
