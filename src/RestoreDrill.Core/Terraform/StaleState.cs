namespace RestoreDrill.Core.Terraform;

/// <summary>How far a document's ids were held against what AWS knows.</summary>
public enum StaleState
{
    /// <summary>AWS was asked about all of them.</summary>
    Checked,

    /// <summary>AWS was asked about some; how many not is told.</summary>
    PartlyChecked,

    /// <summary>AWS was not asked, or did not answer.</summary>
    NotChecked,
}
