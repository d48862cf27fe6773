using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace RestoreDrill.Host.Configuration;

/// <summary>
/// One section of the configuration, read key by key. A value that cannot be read is a finding and counts as not set; a key that was
/// never asked for is unknown, and <see cref="RejectUnknown"/> says so.
/// </summary>
internal sealed partial class Section(IConfiguration configuration, string path, Findings findings, ConfigurationFiles files)
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public string Path => path;

    public Findings Findings => findings;

    public ConfigurationFiles Files => files;

    public string KeyPath(string key) => $"{path}:{key}";

    /// <summary>Whether there is such a key, even one whose value is empty (<c>{}</c>).</summary>
    public bool Has(string key) => configuration.GetChildren().Any(child => string.Equals(child.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value, or null where the key is absent or blank.</summary>
    public string? Text(string key)
    {
        var child = Ask(key);
        if (child.GetChildren().Any())
        {
            findings.Add(KeyPath(key), "is a group or a list here; write one value");
            return null;
        }

        return string.IsNullOrWhiteSpace(child.Value) ? null : child.Value.Trim();
    }

    /// <summary>The value; a finding where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="whatToWrite">Completes "is missing; write ...".</param>
    public string? RequiredText(string key, string whatToWrite)
    {
        var before = findings.Problems.Count;
        var text = Text(key);
        if (text is null && findings.Problems.Count == before)
        {
            findings.Add(KeyPath(key), $"is missing; write {whatToWrite}");
        }

        return text;
    }

    /// <summary>A required value of a given form.</summary>
    public string? RequiredText(string key, Regex form, string whatToWrite)
    {
        var text = RequiredText(key, whatToWrite);
        if (text is null || form.IsMatch(text))
        {
            return text;
        }

        findings.Add(KeyPath(key), $"'{text}' cannot be used; write {whatToWrite}");
        return null;
    }

    /// <summary>A span of time above zero.</summary>
    public TimeSpan? Duration(string key) => Duration(key, string.Empty);

    /// <summary>A span of time above zero, and at most so long.</summary>
    public TimeSpan? Duration(string key, TimeSpan most)
    {
        var span = Duration(key);
        if (span is null || span <= most)
        {
            return span;
        }

        findings.Add(KeyPath(key), $"'{span:c}' is too long; write {most:c} or less");
        return null;
    }

    /// <summary>A span of time above zero, or a word.</summary>
    /// <param name="key">The key.</param>
    /// <param name="word">The word, in any case.</param>
    /// <param name="isWord">Whether it is written.</param>
    public TimeSpan? DurationOr(string key, string word, out bool isWord)
    {
        isWord = string.Equals(configuration[key]?.Trim(), word, StringComparison.OrdinalIgnoreCase);
        if (!isWord)
        {
            return Duration(key, $", or {word}");
        }

        Ask(key);
        return null;
    }

    private TimeSpan? Duration(string key, string orElse)
    {
        var span = DurationOrZero(key, orElse);
        if (span != TimeSpan.Zero)
        {
            return span;
        }

        findings.Add(KeyPath(key), $"'{span:c}' is not above zero; write a positive duration such as 00:00:30{orElse}");
        return null;
    }

    /// <summary>A span of time, zero or above.</summary>
    public TimeSpan? DurationOrZero(string key) => DurationOrZero(key, string.Empty);

    private TimeSpan? DurationOrZero(string key, string orElse)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (DurationForm().IsMatch(text) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span))
        {
            return span;
        }

        var meant = LongHours().Match(text) is { Success: true } hours && TimeSpan.FromHours(int.Parse(hours.Groups[1].Value, CultureInfo.InvariantCulture)) is { TotalDays: >= 1 } whole
            ? $"{whole.Days}.{whole.Hours:00}:{hours.Groups[2].Value}, since this is a day or more: "
            : string.Empty;
        findings.Add(KeyPath(key), $"'{text}' is not a duration; write {meant}hours:minutes:seconds below 24 hours (00:00:30, 12:00:00), or days first (7.00:00:00){orElse}");
        return null;
    }

    /// <summary>A number between 0 and 1.</summary>
    public double? Share(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        findings.Add(KeyPath(key), $"'{text}' is not a share; write a number from 0 to 1, for example 0.95");
        return null;
    }

    /// <summary>A number above 0, at most 1.</summary>
    public double? ShareAboveZero(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1)
        {
            return share;
        }

        findings.Add(KeyPath(key), $"'{text}' cannot be used; write a number above 0, at most 1, for example 0.5");
        return null;
    }

    /// <summary>A whole number, <paramref name="least"/> or more, <paramref name="most"/> at most.</summary>
    public int? Whole(string key, int least, int most = int.MaxValue)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var isTooLarge = most < int.MaxValue || (text.Length > 9 && text.All(char.IsAsciiDigit));
        findings.Add(KeyPath(key), $"'{text}' cannot be used; write a whole number, {(isTooLarge ? string.Create(CultureInfo.InvariantCulture, $"{least} to {most}") : $"{least} or more")}");
        return null;
    }

    /// <summary>A number, with a point before its decimals.</summary>
    public decimal? Number(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        findings.Add(KeyPath(key), $"'{text}' is not a number");
        return null;
    }

    /// <summary>True or false; false where the key is absent.</summary>
    public bool Flag(string key)
    {
        if (Text(key) is not { } text)
        {
            return false;
        }

        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        findings.Add(KeyPath(key), $"'{text}' cannot be used; write true or false");
        return false;
    }

    /// <summary>A list of texts; blank entries and entries written twice are findings.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var item in Items(key))
        {
            if (string.IsNullOrWhiteSpace(item.Value))
            {
                findings.Add(Under(item), "is empty; write a text or leave the entry out");
            }
            else if (texts.Contains(item.Value.Trim(), StringComparer.Ordinal))
            {
                findings.Add(Under(item), $"'{item.Value.Trim()}' is listed twice; leave one out");
            }
            else
            {
                texts.Add(item.Value.Trim());
            }
        }

        return texts;
    }

    /// <summary>A list of sections.</summary>
    public IReadOnlyList<Section> Sections(string key) =>
        [.. Items(key).Select(item => new Section(item, Under(item), findings, files))];

    /// <summary>A section inside this one; empty where the key is absent.</summary>
    public Section Child(string key)
    {
        var child = Ask(key);
        if (!string.IsNullOrEmpty(child.Value))
        {
            findings.Add(KeyPath(key), "is a single value here; write a group of keys");
        }

        return new Section(child, KeyPath(key), findings, files);
    }

    /// <summary>The same section, whose findings are collected apart.</summary>
    public Section Apart(Findings other) => new(configuration, path, other, files);

    /// <summary>Makes every key that was not asked for a finding. Call it last.</summary>
    public void RejectUnknown()
    {
        foreach (var child in configuration.GetChildren().Where(child => !_asked.Contains(child.Key)))
        {
            findings.Add(KeyPath(child.Key), UnknownKey.Describe(child.Key, _asked));
        }
    }

    private IConfigurationSection Ask(string key)
    {
        _asked.Add(key);
        return configuration.GetSection(key);
    }

    private IEnumerable<IConfigurationSection> Items(string key)
    {
        var list = Ask(key);
        if (!string.IsNullOrEmpty(list.Value))
        {
            findings.Add(KeyPath(key), "is a single value here; write a list");
        }

        foreach (var item in list.GetChildren())
        {
            if (int.TryParse(item.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                yield return item;
            }
            else
            {
                findings.Add(Under(item), "is a named key where a list is expected; write [ ... ], or number the entries from 0 in environment variables");
            }
        }
    }

    // IConfigurationSection.Path begins at the root, and so does ours.
    private static string Under(IConfigurationSection item) => item.Path;

    [GeneratedRegex(@"^(\d{2,4}):([0-5]\d:[0-5]\d)$")]
    private static partial Regex LongHours();

    [GeneratedRegex(@"^(\d+\.)?\d\d:\d\d:\d\d(\.\d{1,7})?$")]
    private static partial Regex DurationForm();
}
