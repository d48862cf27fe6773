using System.Globalization;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.GuardRails;

/// <summary>Looks at the guard rails and records what it finds; that one broke since it was last asked is an incident. A database that was
/// never looked at before has lost nothing yet: of a new one nothing was copied or proven.</summary>
/// <param name="rails">Asks.</param>
/// <param name="log">Keeps the answers.</param>
/// <param name="incidents">Keeps what broke.</param>
/// <param name="time">The clock.</param>
public sealed class GuardRailWatch(IGuardRails rails, IGuardRailLog log, IIncidentLog incidents, TimeProvider time)
{
    /// <summary>A look older than this is news no more: one is due every night.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(36);

    /// <summary>Looks at the accounts' guard rails and those of these databases.</summary>
    /// <exception cref="StoreUnavailableException">What was found cannot be recorded.</exception>
    public Task<GuardRailFindings> LookAsync(IReadOnlyCollection<string> databases, CancellationToken cancellationToken) => LookAsync(databases, run: null, cancellationToken);

    /// <summary>Looks as a drill does: at all but the newest proof, which is what the drill is about.</summary>
    /// <exception cref="StoreUnavailableException">What was found cannot be recorded. Looking again is harmless.</exception>
    public Task<GuardRailFindings> LookForDrillAsync(Run drill, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drill);
        return LookAsync([drill.Database], drill.Id, cancellationToken);
    }

    /// <summary>Records the answers of a look, and what broke since the one before.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="run">The drill that asked; null: nobody's.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    /// <exception cref="StoreUnavailableException">They cannot be recorded.</exception>
    public async Task RecordAsync(IReadOnlyList<GuardRailAnswer> answers, RunId? run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var before = (await log.LatestAnswersAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static one => (one.Answer.Rail, one.Answer.Database));
        foreach (var broken in answers.Where(static answer => answer.State == GuardRailState.Broken))
        {
            var last = before.GetValueOrDefault((broken.Rail, broken.Database));
            if (last is null ? broken.Database is null : last.Answer.State != GuardRailState.Broken)
            {
                // First, so that it is not lost if this process dies: whoever looks next finds the same answers before it, and the same key.
                await incidents.RecordAsync(IncidentOf(broken, last), cancellationToken).ConfigureAwait(false);
            }
        }

        await log.RecordAsync(answers, run, cancellationToken).ConfigureAwait(false);
    }

    private async Task<GuardRailFindings> LookAsync(IReadOnlyCollection<string> databases, RunId? run, CancellationToken cancellationToken)
    {
        var lookedAt = time.GetUtcNow();
        var all = await rails.LookAsync(databases, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<GuardRailAnswer> answers = run is null ? all : [.. all.Where(static answer => answer.Rail != GuardRailCatalog.NewestProof.Id)];
        await RecordAsync(answers, run, cancellationToken).ConfigureAwait(false);
        return new GuardRailFindings(lookedAt, answers);
    }

    private static Incident IncidentOf(GuardRailAnswer broken, RecordedAnswer? last) => new()
    {
        Key = $"guard-rail-broken:{broken.Rail}:{broken.Database}:{last?.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "first"}",
        Kind = IncidentKind.GuardRailBroken,
        Subject = broken.Rail,
        Database = broken.Database,
        Message = GuardRailWords.Of(broken),
    };
}
