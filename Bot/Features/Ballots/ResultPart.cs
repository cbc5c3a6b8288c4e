using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>The result of a ballot on its card, in the lines of <see cref="ResultWords"/>.</summary>
internal static class ResultPart
{
    /// <summary>Draws the result.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="result">The result.</param>
    /// <param name="view">Knows the case the ballot is on.</param>
    public static IEnumerable<CardElement> Of(Reader reader, BallotResult result, BallotView view)
    {
        yield return CardPart.Section(Messages.Get(reader, Sentence.ResultHeading, RuleWords.Verdict(reader, result.Verdict)));
        var lines = ResultWords.Of(reader, result, view.Deviates);
        yield return new FactSet { Facts = [.. lines.Where(line => line.Label.Length > 0).Select(line => new Fact(line.Label, line.Text))] };
        foreach (var note in lines.Where(line => line.Label.Length == 0))
        {
            yield return CardPart.Text(note.Text);
        }

        if (view.CaseResolution is { } number)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ResultRecorded, number));
        }
    }
}
