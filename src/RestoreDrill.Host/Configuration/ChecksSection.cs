using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Checks</c> of a database: the user's own questions.</summary>
internal static class ChecksSection
{
    public static IReadOnlyList<UserCheck> Read(Section database)
    {
        var checks = new List<UserCheck>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in database.Sections("Checks"))
        {
            var name = section.RequiredText("Name", Forms.Name(), "1 to 40 letters, digits, - and _, for example newest-submission");
            if (name is not null && !names.Add(name))
            {
                section.Findings.Add(section.KeyPath("Name"), $"'{name}' is listed twice in this database's checks; give each its own name");
            }

            var asked = section.RequiredText("Database", "the database of the instance that is asked");
            var sql = section.RequiredText("Sql", "a query that gives one row with one column");
            var expect = ReadExpectation(section.Child("Expect"));
            var check = new UserCheck { Name = name ?? "", Database = asked ?? "", Sql = sql ?? "", Expect = expect, Level = ReadLevel(section) };
            checks.Add(section.Duration("Timeout") is { } timeout ? check with { Timeout = timeout } : check);
            section.RejectUnknown();
        }

        return checks;
    }

    private static Expectation ReadExpectation(Section section)
    {
        var before = section.Findings.Problems.Count;
        var expectation = new Expectation
        {
            EqualTo = section.Text("EqualTo"),
            AtLeast = section.Number("AtLeast"),
            AtMost = section.Number("AtMost"),
            NoRows = section.Flag("NoRows"),
            NewerThan = section.Duration("NewerThan"),
        };
        section.RejectUnknown();
        if (section.Findings.Problems.Count == before && expectation.MembersSet != 1)
        {
            var empty = expectation.MembersSet == 0 && section.Has("EqualTo")
                ? " (an empty EqualTo counts as not written: to expect an empty text, ask for answer = '' and write true)"
                : string.Empty;
            section.Findings.Add(
                section.Path, $"has {expectation.MembersSet} expectations{empty}; write exactly one of EqualTo, NoRows (true), NewerThan, or AtLeast, AtMost or both");
        }

        if (expectation.AtLeast > expectation.AtMost)
        {
            section.Findings.Add(section.Path, $"no number is {expectation}; AtLeast has to be the smaller one");
        }

        return expectation;
    }

    private static CheckLevel ReadLevel(Section section)
    {
        switch (section.Text("Level"))
        {
            case null or nameof(CheckLevel.Fail):
                return CheckLevel.Fail;
            case nameof(CheckLevel.Warn):
                return CheckLevel.Warn;
            case var other:
                section.Findings.Add(section.KeyPath("Level"), $"'{other}' is not a level; write Fail (what it finds fails the drill) or Warn (the verdict tells of it)");
                return CheckLevel.Fail;
        }
    }
}
