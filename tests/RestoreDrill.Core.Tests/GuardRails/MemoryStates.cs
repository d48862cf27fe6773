using System.Text;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>Terraform's states: a bucket that is as it should be, and files, until a test changes them.</summary>
internal sealed class MemoryStates : IStateBucket, IStateFiles
{
    public const string Harmless = """{"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"l","outputs":{},"resources":[]}""";

    public BucketFindings? Bucket { get; set; } = new() { HasVersions = true, BlocksPublicAccess = true, IsPublic = false };

    public Dictionary<string, string> Files { get; } = new() { ["prod.tfstate"] = Harmless };

    public Task<BucketFindings?> ExamineAsync(string bucket, CancellationToken cancellationToken) => Task.FromResult(Bucket);

    public Stream Open(string path) => Files.TryGetValue(path, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : throw new FileNotFoundException($"there is no file {path}");
}
