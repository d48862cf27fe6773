using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RestoreDrill.Aws.Tests.Policies;

/// <summary>Every operation of an AWS client that an assembly's code mentions, with how often.</summary>
internal static class ApiReferences
{
    private static readonly Dictionary<string, string> Services = new()
    {
        ["AmazonRDS"] = "rds",
        ["AmazonBackup"] = "backup",
        ["AmazonIdentityManagementService"] = "iam",
        ["AmazonOrganizations"] = "organizations",
        ["AmazonKeyManagementService"] = "kms",
        ["AmazonSecurityTokenService"] = "sts",
        ["AmazonS3"] = "s3",
    };

    /// <summary>What S3 calls otherwise where it asks IAM.</summary>
    private static readonly Dictionary<string, string> Actions = new()
    {
        ["s3:GetObject"] = "s3:GetObjectVersion",
        ["s3:ListVersions"] = "s3:ListBucketVersions",
        ["s3:GetObjectLockConfiguration"] = "s3:GetBucketObjectLockConfiguration",
        ["s3:GetPublicAccessBlock"] = "s3:GetBucketPublicAccessBlock",
    };

    public static IReadOnlyDictionary<string, int> Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var bodies = metadata.MethodDefinitions
            .Select(metadata.GetMethodDefinition)
            .Where(method => method.RelativeVirtualAddress != 0)
            .Select(method => file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [])
            .ToList();
        var found = new Dictionary<string, int>();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            var name = metadata.GetString(member.Name);
            if (member.Parent.Kind == HandleKind.TypeReference
                && ServiceOf(metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)) is { } service
                && name.EndsWith("Async", StringComparison.Ordinal))
            {
                var token = new byte[4];
                BinaryPrimitives.WriteInt32LittleEndian(token, MetadataTokens.GetToken(handle));
                var operation = $"{service}:{name[..^"Async".Length]}";
                operation = Actions.GetValueOrDefault(operation, operation);
                found[operation] = found.GetValueOrDefault(operation) + bodies.Sum(body => Count(body, token));
            }
        }

        return found;
    }

    /// <summary>The service of <c>IAmazonRDS</c>, <c>AmazonRDSClient</c>...; null for other types.</summary>
    private static string? ServiceOf(string type)
    {
        var bare = type.StartsWith('I') ? type[1..] : type;
        return Services.GetValueOrDefault(bare.EndsWith("Client", StringComparison.Ordinal) ? bare[..^"Client".Length] : bare);
    }

    private static int Count(ReadOnlySpan<byte> body, ReadOnlySpan<byte> token)
    {
        var count = 0;
        for (var at = body.IndexOf(token); at >= 0; at = body.IndexOf(token))
        {
            count++;
            body = body[(at + token.Length)..];
        }

        return count;
    }
}
