using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Domain.Agendas;
using Bot.Turns;

namespace Bot.Features.Meetings.ProposeItem;

/// <summary>An item as somebody proposes it, typed or from a form.</summary>
/// <param name="Title">What it is about; empty while that is missing.</param>
/// <param name="Minutes">How long; null when not said.</param>
/// <param name="Visibility">Who may see it.</param>
internal sealed partial record ProposedItem(string Title, int? Minutes, AgendaVisibility Visibility)
{
    /// <summary>The names of what cards carry.</summary>
    public const string TitleField = "itemTitle", MinutesField = "itemMinutes", PresenterField = "itemPresenter", ConfidentialField = "itemConfidential";

    /// <summary>Who presents it; empty for nobody.</summary>
    public string Presenter { get; init; } = string.Empty;

    /// <summary>Reads a typed line, "vertraulich: Titel, 15 min", "Titel (15 Minuten), vertraulich", "Titel, 15 min, Bernd". A name counts as the presenter's only behind
    /// the length: before it, a comma may well belong to the title.</summary>
    public static ProposedItem Typed(string words)
    {
        var (text, isConfidential) = (words.Trim(), false);
        if (Before().Match(text) is { Success: true } before)
        {
            (text, isConfidential) = (text[before.Length..].Trim(), true);
        }
        else if (Behind().Match(text) is { Success: true } behind)
        {
            (text, isConfidential) = (text[..behind.Index].Trim(), true);
        }

        var presenter = string.Empty;
        if (Presented().Match(text) is { Success: true } presented)
        {
            (text, presenter) = (text[..presented.Groups["name"].Index].TrimEnd(), presented.Groups["name"].Value.Trim());
            text = Introduced().Replace(text, string.Empty);
        }

        var match = Length().Match(text);
        var (title, minutes) = match.Success && int.TryParse(match.Groups["minutes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? (text[..match.Index].TrimEnd(' ', ',', ';', '-', '–', '('), read)
            : (text, (int?)null);
        return new ProposedItem(title, minutes, isConfidential ? AgendaVisibility.Committee : AgendaVisibility.All) { Presenter = presenter };
    }

    /// <summary>Reads what came with a pressed button.</summary>
    public static ProposedItem Read(CardForm form) => new(
        form[TitleField], form.Number(MinutesField), form[ConfidentialField] == "true" ? AgendaVisibility.Committee : AgendaVisibility.All)
    {
        Presenter = form[PresenterField],
    };

    /// <summary>As data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        (TitleField, Title),
        (MinutesField, Minutes?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
        (PresenterField, Presenter),
        (ConfidentialField, Visibility == AgendaVisibility.Committee ? "true" : "false"),
    ];

    [GeneratedRegex(@"[\s,;(–-]+(?<minutes>\d{1,6})\s*(min|min\.|minuten|minutes|minute|')\s*\)?\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();

    /// <summary>A name behind the length; letters only, so that what may be a second length or a day stays in the title.</summary>
    [GeneratedRegex(@"\d\s*(min|min\.|minuten|minutes|minute|')\s*\)?\s*,\s*((mit|von|with|by)\s+|(referent(in)?|vortrag|presenter)\s*:?\s+)?(?<name>\p{L}[\p{L}\p{M} .'\u2019-]{1,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Presented();

    /// <summary>What stands between the length and a name.</summary>
    [GeneratedRegex(@"\s*,\s*((mit|von|with|by)|(referent(in)?|vortrag|presenter)\s*:?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Introduced();

    [GeneratedRegex(@"^(streng )?(vertraulich|nicht[ -]?\u00F6ffentlich|nicht[ -]?oeffentlich|confidential)\s*[:,–-]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\s*[,;(–-]\s*(vertraulich|nicht[ -]?\u00F6ffentlich|nicht[ -]?oeffentlich|confidential)\s*\)?\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Behind();
}
