namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>Gives a few bytes at a time.</summary>
internal sealed class DripStream(byte[] bytes, int atATime) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, atATime)], cancellationToken);
}
