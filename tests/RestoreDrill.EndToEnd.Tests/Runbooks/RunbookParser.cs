using System.Globalization;
using System.Text.RegularExpressions;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>Reads the command blocks of a runbook, with what stands around them: see runbooks/README.md.</summary>
internal sealed partial class RunbookParser
{
    private static readonly string[] Commands = ["sh", "bash"];

    private readonly List<RunbookBlock> _blocks = [];
    private readonly List<string> _problems = [];
    private readonly string[] _lines;
    private readonly string _name;
    private int _at;
    private string? _state;
    private string? _notRun;
    private IReadOnlyList<string> _typed = [];

    private RunbookParser(string name, string text) => (_name, _lines) = (name, text.Split('\n'));

    public static Runbook Parse(string name, string text) => new RunbookParser(name, text).Read();

    private Runbook Read()
    {
        while (_at < _lines.Length)
        {
            var line = _lines[_at++].Trim();
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                TakeFence(line[3..].Trim());
            }
            else if (Comment().Match(line) is { Success: true } comment)
            {
                TakeComment(comment.Groups["kind"].Value, comment.Groups["what"].Value);
            }
        }

        if (_blocks.Count == 0)
        {
            _problems.Add($"{_name} has no command block.");
        }

        return new Runbook(_name, _blocks, _problems);
    }

    private void TakeComment(string kind, string what)
    {
        switch (kind)
        {
            case "state":
                _state = what;
                break;
            case "not run":
                _notRun = what;
                break;
            case "typed":
                _typed = [.. what.Split(';', StringSplitOptions.TrimEntries)];
                break;
            default:
                _problems.Add($"{_name}:{_at}: a comment of the kind '{kind}' is not known.");
                break;
        }
    }

    private void TakeFence(string language)
    {
        var line = _at + 1;
        var content = TakeContent();
        if (language.Length == 0)
        {
            _problems.Add($"{_name}:{line - 1}: a block does not say whether it is a command: write sh, or text.");
        }

        if (!Commands.Contains(language))
        {
            return;
        }

        var (expected, exitCode) = TakeExpected();
        if (expected is null && _notRun is null)
        {
            _problems.Add($"{_name}:{line}: a command block has neither \"You should see\" nor a reason why it is not run.");
        }
        else if (expected is not null && OutputMatcher.PromisesNothing(expected))
        {
            _problems.Add($"{_name}:{line}: \"You should see\" promises nothing that could be missing.");
        }

        _blocks.Add(new RunbookBlock(line, _state, content, expected, exitCode, _notRun, _typed));
        (_state, _notRun, _typed) = (null, null, []);
    }

    /// <summary>The block that the words "You should see" announce, if they are what comes next.</summary>
    private (string? Expected, int ExitCode) TakeExpected()
    {
        var ahead = NextWithText(_at);
        if (ahead == _lines.Length || !_lines[ahead].TrimStart().StartsWith("You should see", StringComparison.Ordinal))
        {
            return (null, 0);
        }

        var code = ExitCode().Match(_lines[ahead]);
        var fence = NextWithText(ahead + 1);
        if (fence == _lines.Length || _lines[fence].Trim() != "```text")
        {
            return (null, 0);
        }

        _at = fence + 1;
        return (TakeContent(), code.Success ? int.Parse(code.Groups["code"].Value, CultureInfo.InvariantCulture) : 0);
    }

    private int NextWithText(int from)
    {
        while (from < _lines.Length && string.IsNullOrWhiteSpace(_lines[from]))
        {
            from++;
        }

        return from;
    }

    private string TakeContent()
    {
        var content = new List<string>();
        var indent = _lines[_at - 1].Length - _lines[_at - 1].TrimStart().Length;
        while (_at < _lines.Length && _lines[_at].Trim() != "```")
        {
            var line = _lines[_at++].TrimEnd();
            content.Add(line[Math.Min(indent, line.Length - line.TrimStart().Length)..]);
        }

        if (_at == _lines.Length)
        {
            _problems.Add($"{_name}: a block is not closed.");
        }
        else
        {
            _at++;
        }

        return string.Join('\n', content);
    }

    [GeneratedRegex("^<!-- (?<kind>[a-z ]+): (?<what>.+) -->$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"exit code (?<code>\d+)")]
    private static partial Regex ExitCode();
}
