namespace Amazon.Organizations.Model;

/// <summary>An account of the organization.</summary>
public partial class Account
{
    public string Id { get; set; }

    public string Arn { get; set; }

    public string Email { get; set; }

    public string Name { get; set; }

    /// <summary>Superseded by <see cref="State"/>, which tells more.</summary>
    public AccountStatus Status { get; set; }

    public AccountState State { get; set; }

    /// <summary>From the organization down to the account.</summary>
    public List<string> Paths { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public AccountJoinedMethod JoinedMethod { get; set; }

    public DateTime? JoinedTimestamp { get; set; }
}
