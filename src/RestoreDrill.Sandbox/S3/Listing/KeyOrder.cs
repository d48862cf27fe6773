using System.Text;

namespace RestoreDrill.Sandbox.S3.Listing;

/// <summary>The order of keys in lists: that of their bytes in UTF-8, which differs from that of .NET's characters.</summary>
internal sealed class KeyOrder : IComparer<string>
{
    public static readonly KeyOrder Instance = new();

    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? ""));
}
