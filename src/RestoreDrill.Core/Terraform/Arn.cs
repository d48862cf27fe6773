namespace RestoreDrill.Core.Terraform;

/// <summary>An Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>.</summary>
internal sealed record Arn(string Service, string Region, string Account, string Resource)
{
    /// <summary>The ARN, or null where the text is none.</summary>
    public static Arn? Parse(string? text)
    {
        var parts = text is not null && text.StartsWith("arn:", StringComparison.Ordinal) ? text.Split(':', 6) : [];
        return parts.Length == 6 ? new Arn(parts[2], parts[3], parts[4], parts[5]) : null;
    }
}
