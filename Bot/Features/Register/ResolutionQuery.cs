using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Turns;

namespace Bot.Features.Register;

/// <summary>Which entries of the register are asked for: "Beirat 2026 Demokratiefest". All of it must fit.</summary>
/// <param name="Years">Of one of these years by their number; none for all.</param>
/// <param name="Numbers">One of these; none for all.</param>
/// <param name="Committees">Decided by one of these, or about it; none for all.</param>
/// <param name="Words">What the entry must say.</param>
internal sealed partial record ResolutionQuery(IReadOnlyList<int> Years, IReadOnlyList<ResolutionNumber> Numbers, IReadOnlyList<Committee> Committees, SearchWords Words)
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads what was typed or asked by a search.</summary>
    public static ResolutionQuery Of(Network network, string asked)
    {
        var text = CommandText.Fold(asked);
        var numbers = Number().Matches(text).Select(match => ResolutionNumber.TryParse(match.Value, out var number) ? number : null).OfType<ResolutionNumber>().ToList();
        text = Number().Replace(text, " ");
        var years = Year().Matches(text).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        text = Year().Replace(text, " ");
        var committees = CommitteeFinder.Named(network, text);
        var words = committees.Aggregate(text, (left, committee) => CommitteeFinder.Without(committee, left));
        return new ResolutionQuery(years, numbers, committees, SearchWords.Of(words));
    }

    /// <summary>The numbers of resolutions in a text.</summary>
    public static ResolutionNumber? NumberIn(string text) => Number().Match(text) is { Success: true } match && ResolutionNumber.TryParse(match.Value, out var number) ? number : null;

    /// <summary>Whether it is asked for this entry.</summary>
    public bool Fits(Turn turn, ResolutionEntry entry)
    {
        var decidedBy = turn.Network.Committee(entry.Committee);
        var text = $"{entry.Number} {entry.Title} {entry.Text} {entry.Corrects} {entry.Reason}";
        return (Years.Count == 0 || Years.Contains(entry.Number.Year))
            && (Numbers.Count == 0 || Numbers.Contains(entry.Number) || (entry.Corrects is { } corrected && Numbers.Contains(corrected)))
            && (Committees.Count == 0 || Committees.Any(committee => committee == decidedBy) || Committees.Any(committee => CommitteeFinder.Named(turn.Network, text).Contains(committee)))
            && Words.AreIn(text);
    }

    [GeneratedRegex(@"\b20\d\d-\d{1,5}\b", Plain, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b20\d\d\b", Plain, 1000)]
    private static partial Regex Year();
}
