using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>A source that lets its login in and finds nothing wrong with any query, until a test says otherwise.</summary>
internal sealed class InMemorySource : ISourceExaminer
{
    public SourceAccess Access { get; set; } = new("15.18", ["billing", "courses"], [], 0, null);

    public CheckForm Form { get; set; } = new(true, "1 column of type bigint");

    /// <summary>Set: whoever connects gets it.</summary>
    public InstanceUnreachableException? Trouble { get; set; }

    public int Looks { get; private set; }

    public List<string> Described { get; } = [];

    /// <summary>With which password the last look came.</summary>
    public string? Password { get; private set; }

    public async Task<SourceAccess> LookAsync(InstanceLogin login, SourceReaderOptions reader, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        Looks++;
        Password = (login.Password ?? await login.PasswordOfConnection!(cancellationToken)).Reveal();
        return Trouble is null ? Access : throw Trouble;
    }

    public Task<CheckForm> DescribeAsync(InstanceLogin login, SourceReaderOptions reader, UserCheck check, CancellationToken cancellationToken)
    {
        Described.Add(check.Name);
        return Trouble is null ? Task.FromResult(Form) : Task.FromException<CheckForm>(Trouble);
    }
}
