using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>CopyDBSnapshot</c>.</summary>
public partial class CopyDBSnapshotRequest : AmazonRDSRequest
{
    public string SourceDBSnapshotIdentifier { get; set; }

    public string TargetDBSnapshotIdentifier { get; set; }

    public string KmsKeyId { get; set; }

    [ListItem("Tag")]
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? CopyTags { get; set; }

    public string PreSignedUrl { get; set; }

    public string OptionGroupName { get; set; }

    public string TargetCustomAvailabilityZone { get; set; }

    public string SnapshotTarget { get; set; }

    public bool? CopyOptionGroup { get; set; }

    public string SnapshotAvailabilityZone { get; set; }

    /// <summary>
    /// The region of the source snapshot, when it differs from the client's. The client then fills
    /// <see cref="PreSignedUrl"/>, unless it is given; the value itself is not sent.
    /// </summary>
    [NotOnWire]
    public string SourceRegion { get; set; }
}
