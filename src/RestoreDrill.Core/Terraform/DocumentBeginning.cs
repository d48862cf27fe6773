namespace RestoreDrill.Core.Terraform;

/// <summary>Knows, by their first bytes, the things that people hand in by mistake.</summary>
internal static class DocumentBeginning
{
    /// <returns>How many bytes to pass over before the JSON begins.</returns>
    /// <exception cref="TerraformDocumentException">It cannot be JSON in UTF-8.</exception>
    public static int Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            throw Refuse("The document is empty: whatever was to write it has failed.");
        }

        if (bytes.StartsWith("PK\x03\x04"u8))
        {
            throw Refuse("This is a binary plan file. Write it as JSON: `terraform show -json <plan file>`.");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw Refuse("This is compressed (gzip). Hand in the JSON itself.");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || (bytes.Length > 1 && (bytes[0] == 0 || bytes[1] == 0)))
        {
            throw Refuse("This is UTF-16, as PowerShell's `>` writes it. Write UTF-8: `terraform show -json <plan file> | Out-File -Encoding utf8 plan.json`.");
        }

        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var begin = bytes.StartsWith(mark) ? mark.Length : 0;
        var first = bytes[begin..].TrimStart(" \t\r\n"u8);
        return first.IsEmpty && bytes.Length < 1024 ? throw Refuse("The document is empty but for white space: whatever was to write it has failed.")
            : !first.IsEmpty && first[0] != (byte)'{' ? throw Refuse(
                "The document does not begin with {, so it is neither a state nor a plan as JSON. A plan for people is not read: hand in `terraform show -json <plan file>`.")
            : begin;
    }

    private static TerraformDocumentException Refuse(string message) => new(GuardRules.Unreadable, message);
}
