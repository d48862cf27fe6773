namespace Amazon.Organizations.Model;

/// <summary>A policy with its content.</summary>
public partial class Policy
{
    public PolicySummary PolicySummary { get; set; }

    /// <summary>JSON, as text.</summary>
    public string Content { get; set; }
}
