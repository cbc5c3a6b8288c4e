using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>The result of a ballot on its card, in the lines of <see cref="ResultWords"/>.</summary>
internal static class ResultPart
{
    /// <summary>Draws the result.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, BallotResult result, Admission? admission)
    {
        yield return CardPart.Section(Messages.Get(reader, Sentence.ResultHeading, RuleWords.Verdict(reader, result.Verdict)));
        var lines = ResultWords.Of(reader, result, admission is { Deviates: true });
        yield return new FactSet { Facts = [.. lines.Where(line => line.Label.Length > 0).Select(line => new Fact(line.Label, line.Text))] };
        foreach (var note in lines.Where(line => line.Label.Length == 0))
        {
            yield return CardPart.Text(note.Text);
        }

        if (admission?.Resolution is { } number)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ResultRecorded, number));
        }
    }
}
