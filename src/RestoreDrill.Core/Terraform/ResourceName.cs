namespace RestoreDrill.Core.Terraform;

/// <summary>Which resource instance something is said of.</summary>
/// <param name="Address">For example <c>module.db.aws_db_instance.courses["eu"]</c>.</param>
/// <param name="Mode"><c>managed</c>, <c>data</c>, or a mode of a later version.</param>
/// <param name="Type">For example <c>aws_db_instance</c>.</param>
/// <param name="Deposed">The key of a deposed object: one that was replaced and is to be destroyed; null for the current one.</param>
internal sealed record ResourceName(string Address, string Mode, string Type, string? Deposed)
{
    private const string Managed = "managed";

    public bool IsManaged => Mode == Managed;

    /// <summary>The name, once it is clear that its address and its type agree.</summary>
    public static ResourceName Of(string address, string mode, string type, string name, string? deposed)
    {
        var tail = $"{(mode == Managed ? "" : mode + ".")}{type}.{name}";
        for (var at = address.IndexOf(tail, StringComparison.Ordinal); at >= 0; at = address.IndexOf(tail, at + 1, StringComparison.Ordinal))
        {
            var after = at + tail.Length;
            if ((at == 0 || address[at - 1] == '.') && (after == address.Length || address[after] == '['))
            {
                return new ResourceName(address, mode, type, deposed);
            }
        }

        throw new TerraformDocumentException(
            GuardRules.Unreadable, $"The address {Printable.Of(address)} is not one of a {Printable.Of($"{mode} {type}.{name}")}: the document contradicts itself.");
    }
}
