using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Policies;
using RestoreDrill.Sandbox.Rds.Tags;
using RestoreDrill.Sandbox.S3.Access;
using RestoreDrill.Sandbox.S3.Locks;
using RestoreDrill.Sandbox.S3.Objects;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>A bucket with all versions of its objects, as kept on disk. Its name is taken in all accounts.</summary>
internal sealed class Bucket
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string Name { get; init; }

    /// <summary>The region as the maker named it: <c>EU</c> is an older name of eu-west-1. Null for us-east-1.</summary>
    public required string? Location { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary><c>Enabled</c> or <c>Suspended</c>; null for a bucket that never had versions.</summary>
    public string? Versioning { get; set; }

    /// <summary>Once there, Object Lock cannot be turned off.</summary>
    public bool HasObjectLock { get; set; }

    public DefaultRetention? DefaultRetention { get; set; }

    /// <summary>The policy as it was put; it can be parsed.</summary>
    public string? Policy { get; set; }

    /// <summary>New buckets block all public access (S3 user guide, "Blocking public access"); null once the configuration was deleted.</summary>
    public PublicAccessBlock? PublicAccess { get; set; } = PublicAccessBlock.All;

    public BucketEncryption Encryption { get; set; } = BucketEncryption.WithoutKms;

    public List<ResourceTag> Tags { get; set; } = [];

    /// <summary>Versions and delete markers of all keys, oldest first.</summary>
    public List<ObjectVersion> Versions { get; init; } = [];

    [JsonIgnore]
    public string Arn => ArnOf(Name);

    /// <summary>The policy as it is evaluated: another account's caller gets by only with it.</summary>
    [JsonIgnore]
    public ResourcePolicy ResourcePolicy => new(
        PolicyKind.Resource, new NamedPolicy($"policy of {Arn}", Policy is null ? PolicyDocument.Empty : PolicyParser.Parse(Policy, PolicyKind.Resource)), IsRequired: false);

    public static string ArnOf(string name) => $"arn:aws:s3:::{name}";

    /// <summary>The versions of a key, the latest first.</summary>
    public IEnumerable<ObjectVersion> VersionsOf(string key) => Enumerable.Reverse(Versions).Where(version => version.Key == key);

    /// <summary>The latest version of a key, which may be a delete marker; null if there is none.</summary>
    public ObjectVersion? Latest(string key) => Versions.FindLast(version => version.Key == key);
}
