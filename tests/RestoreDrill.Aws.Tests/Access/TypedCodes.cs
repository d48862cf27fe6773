using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Tests.Access;

/// <summary>A person who types these codes, one each time, and remembers what they were asked.</summary>
internal sealed class TypedCodes(params string[] codes) : ISecondFactor
{
    public List<(string Device, string Role, string? Refused)> Asked { get; } = [];

    /// <summary>What happens while the person looks for their device.</summary>
    public Action Meanwhile { get; init; } = static () => { };

    public Task<string> AskAsync(string device, string role, string? refused, CancellationToken cancellationToken)
    {
        Asked.Add((device, role, refused));
        Meanwhile();
        return Task.FromResult(codes[Asked.Count - 1]);
    }
}
