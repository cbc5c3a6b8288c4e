using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What a working group is there for, in words.</summary>
internal static class RemitWords
{
    /// <summary>Longer names are cut, so that the motion fits on a card however many are named.</summary>
    private const int LongestName = 40;

    /// <summary>What a motion would set, each in a line. Markdown.</summary>
    public static IEnumerable<string> Moved(Reader reader, Network network, Motion motion)
    {
        if (motion.Remit is { } remit)
        {
            foreach (var line in Terms(reader, remit))
            {
                yield return CardText.Escape(line, LineBreaks.Collapse);
            }

            if (remit.Spokesperson is { } speaker)
            {
                yield return Messages.Get(reader, Sentence.RemitSpeaker, Name(network, speaker));
            }
        }

        if (motion.FirstMembers.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.RemitFirstMembers, string.Join(", ", motion.FirstMembers.Select(person => Name(network, person))));
        }
    }

    /// <summary>Its terms without anybody's name, each a sentence. Plain text.</summary>
    public static IEnumerable<string> Terms(Reader reader, Remit remit)
    {
        if (remit.Text.Length > 0)
        {
            yield return Messages.Get(reader, Sentence.RemitText, remit.Text);
        }

        if (remit.Until is { } until)
        {
            yield return Messages.Get(reader, Sentence.RemitUntil, until);
        }

        if (remit.ReportDue is { } due)
        {
            yield return remit.ReportMonths is { } months ? Messages.Get(reader, Sentence.RemitReportEvery, due, months) : Messages.Get(reader, Sentence.RemitReport, due);
        }

        if (remit.IsOpen)
        {
            yield return Messages.Get(reader, Sentence.RemitOpen);
        }
    }

    private static string Name(Network network, PersonId person) => CardText.Escape(ShortText.Abbreviate(network.Person(person)?.Name ?? person.Value, LongestName), LineBreaks.Collapse);
}
