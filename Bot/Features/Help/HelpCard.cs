using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Help;

/// <summary>Help as cards a screen holds: an overview, one subject, or what has a word in it. What only coordinators or chairs may type is shown to those who may be that.</summary>
internal static class HelpCard
{
    /// <summary>As many lines as are read rather than skipped.</summary>
    private const int MostFound = 6;

    private static readonly CommandEntry[] First = [CommandTable.NextMeeting, CommandTable.ProposeItem, CommandTable.Accept, CommandTable.Vote, CommandTable.Resolutions];

    private static readonly CommandEntry[] FirstOfCoordinators =
        [CommandTable.CallMeeting, CommandTable.MoveMeeting, CommandTable.OpenMotion, CommandTable.OpenSession, CommandTable.YearPlan];

    private static readonly CommandEntry[] FirstOfGuests = [CommandTable.NextMeeting, CommandTable.Apply, CommandTable.Committees];

    /// <summary>What the reader is likely to type, and a button for each subject.</summary>
    /// <param name="turn">Who reads it, and where.</param>
    public static AdaptiveCard Overview(Turn turn)
    {
        var first = turn.May(Right.CallMeeting) ? FirstOfCoordinators : turn.OwnCommittees.Length > 0 ? First : FirstOfGuests;
        return Card(
            turn, Messages.Get(turn.Reader, Sentence.HelpHeading),
            [CardPart.List(first.Select(entry => Line(turn.Reader, entry))), CardPart.Section(Messages.Get(turn.Reader, Sentence.HelpTopics))],
            CommandGroup.All.Where(group => group.For(turn).Any()).Select(group => CardPart.Button(turn.Reader, group.Title, HelpTopicAction.TopicVerb, ("topic", group.Name))));
    }

    /// <summary>All the reader may type of one subject, by who may.</summary>
    /// <param name="turn">Who reads it, and where.</param>
    /// <param name="group">The subject.</param>
    public static AdaptiveCard Topic(Turn turn, CommandGroup group)
    {
        var shown = group.For(turn).ToHashSet();
        return Card(
            turn, Messages.Get(turn.Reader, Sentence.HelpTopicHeading, Messages.Get(turn.Reader, group.Title)),
            [
                .. Lines(turn.Reader, null, group.Everybody.Where(shown.Contains)),
                .. Lines(turn.Reader, Sentence.HelpLeading, group.Leading.Where(shown.Contains)),
                .. Lines(turn.Reader, Sentence.HelpCoordinating, group.Coordinating.Where(shown.Contains)),
            ],
            [Back(turn.Reader)]);
    }

    /// <summary>What the reader may type that has a word in it; the overview's subjects when nothing has.</summary>
    /// <param name="turn">Who reads it, and where.</param>
    /// <param name="folded">The word, folded.</param>
    public static AdaptiveCard Found(Turn turn, string folded)
    {
        var found = CommandGroup.All.SelectMany(group => group.For(turn)).Where(entry => Has(turn.Reader, entry, folded)).Take(MostFound).ToArray();
        return found.Length == 0 ? Overview(turn) : Card(turn, Messages.Get(turn.Reader, Sentence.HelpHeading), [CardPart.List(found.Select(entry => Line(turn.Reader, entry)))], [Back(turn.Reader)]);
    }

    private static AdaptiveCard Card(Turn turn, string heading, IEnumerable<CardElement> body, IEnumerable<CardAction> buttons) => new()
    {
        Lang = turn.Reader.Language,
        FallbackText = heading,
        Body =
        [
            CardPart.Heading(heading),
            .. turn.IsPersonal ? Enumerable.Empty<CardElement>() : [CardPart.Subtle(Messages.Get(turn.Reader, Sentence.HelpMention))],
            .. body,
            .. CardPart.Rows(buttons),
        ],
    };

    private static IEnumerable<CardElement> Lines(Reader reader, Sentence? section, IEnumerable<CommandEntry> entries)
    {
        var lines = entries.Select(entry => Line(reader, entry)).ToArray();
        if (lines.Length > 0 && section is { } title)
        {
            yield return CardPart.Section(Messages.Get(reader, title));
        }

        if (lines.Length > 0)
        {
            yield return CardPart.List(lines);
        }
    }

    private static bool Has(Reader reader, CommandEntry entry, string folded) =>
        new[] { entry.Title, entry.Example, entry.Description }.Any(part => CommandText.Fold(Messages.Get(reader, part)).Contains(folded, StringComparison.Ordinal));

    private static ExecuteAction Back(Reader reader) => CardPart.Button(reader, Sentence.ButtonHelpTopics, HelpTopicAction.TopicVerb);

    private static string Line(Reader reader, CommandEntry entry) =>
        Messages.Get(reader, Sentence.HelpLine, CardText.Escape(Messages.Get(reader, entry.Example)), Messages.Get(reader, entry.Description));
}
