using System.Globalization;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class NewestCopyRule(ProtectedDatabase database, RecordedCopies copies, TimeProvider time) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.NewestCopy;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var look = await copies.NewestAsync(cancellationToken).ConfigureAwait(false);
        if (look.Copy is not { } newest)
        {
            return GuardRailAnswer.Broken(Rail, look.WhyNone);
        }

        if ((newest.DatabaseTime ?? newest.OriginalCreateTime) is not { } taken)
        {
            return GuardRailAnswer.NotCheckable(Rail, $"AWS does not say when the data of {newest.Name} is of");
        }

        var found = string.Create(CultureInfo.InvariantCulture, $"{newest.Name} holds the data of {taken:yyyy-MM-dd HH:mm} UTC");
        return time.GetUtcNow() - taken > database.MaximumCopyAge
            ? GuardRailAnswer.Broken(Rail, string.Create(CultureInfo.InvariantCulture, $"{found}, and {database.MaximumCopyAge.TotalHours:0.#} h are allowed (MaximumCopyAge)"))
            : GuardRailAnswer.Holds(Rail, found);
    }
}
