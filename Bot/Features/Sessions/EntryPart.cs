using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Sessions;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions;

/// <summary>What was noted in a meeting, a line each: the last few; of a closed one its decisions with their numbers.</summary>
internal static class EntryPart
{
    private const int Most = 6, MostDecisions = 20, LongestText = 160;

    /// <summary>The list under its heading; nothing while nothing was noted.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, SessionView view, SessionSight sight)
    {
        var isClosed = view.Session.Record.Closing is not null;
        var shown = isClosed
            ? view.Session.Record.Decisions.TakeLast(MostDecisions).ToList()
            : view.Session.Record.Standing.TakeLast(Most).ToList();
        if (shown.Count > 0)
        {
            yield return CardPart.Section(Messages.Get(reader, isClosed ? Sentence.SessionDecisions : Sentence.SessionLast));
            yield return CardPart.List(shown.Select(entry => Line(reader, view, entry, sight)));
        }
    }

    /// <summary>One entry in one line. Markdown.</summary>
    public static string Line(Reader reader, SessionView view, SessionEntry entry, SessionSight sight)
    {
        var at = entry.At.InZone(view.Session.Network.Zone).TimeOfDay;
        var text = sight == SessionSight.Room && view.IsConfidential(entry.Item) ? Messages.Get(reader, Sentence.SessionConfidential) : Escaped(entry.Text);
        return entry.Kind switch
        {
            SessionEntryKind.Opened => Messages.Get(reader, Sentence.EntryOpened, at),
            SessionEntryKind.Closed => Messages.Get(reader, Sentence.EntryClosed, at),
            SessionEntryKind.ItemBegun => Messages.Get(reader, Sentence.EntryBegun, at, Item(reader, view, entry, sight)),
            SessionEntryKind.ItemDone => Messages.Get(reader, Sentence.EntryDone, at, Item(reader, view, entry, sight)),
            SessionEntryKind.ItemPostponed => Messages.Get(reader, Sentence.EntryPostponed, at, Item(reader, view, entry, sight)),
            SessionEntryKind.Decision => Messages.Get(reader, Sentence.EntryDecision, at, text, Verdict(reader, view, entry)),
            SessionEntryKind.Task => Messages.Get(reader, Sentence.EntryTask, at, entry.Task ?? 0, text, Terms(reader, view, entry)),
            SessionEntryKind.Note => Messages.Get(reader, Sentence.EntryNote, at, text),
            SessionEntryKind.TieBroken => Messages.Get(reader, Sentence.EntryTie, at, Broken(reader, view, entry)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What a decision came to, with its number in the register where it has one.</summary>
    public static string Verdict(Reader reader, SessionView view, SessionEntry entry)
    {
        var said = entry.Result is { } result
            ? Messages.Get(reader, Sentence.DecisionCounted, RuleWords.Verdict(reader, result.Verdict), entry.Hands!.Yes, entry.Hands.No, entry.Hands.Abstain)
            : Messages.Get(reader, entry.IsWithoutQuorum ? Sentence.DecisionConsentWithoutQuorum : Sentence.DecisionByConsent);
        return view.Resolutions.TryGetValue(entry.Number, out var number) ? Messages.Get(reader, Sentence.DecisionNumbered, said, number) : said;
    }

    /// <summary>Who is to do a task, and until when. Markdown.</summary>
    public static string Terms(Reader reader, SessionView view, SessionEntry entry)
    {
        var who = entry.Assignee is { } person ? view.Session.Network.Person(person)?.Name ?? person.Value : entry.AssigneeName;
        return TaskWords.Terms(reader, who, entry.Due);
    }

    /// <summary>How a tie was broken, or whom the lot waits for. Markdown. The decision itself is not named: it stands in a line of its own.</summary>
    private static string Broken(Reader reader, SessionView view, SessionEntry entry) => entry is { Tie: { IsDecided: true } tie, TieVerdict: { } verdict }
        ? Escaped(TieWords.Of(reader, view.Session.Network, tie, verdict))
        : Messages.Get(reader, Sentence.TieWaitsForWitness, Escaped(entry.Tie?.Witness is { } witness ? TieWords.NameOf(view.Session.Network, witness) : string.Empty));

    private static string Item(Reader reader, SessionView view, SessionEntry entry, SessionSight sight) =>
        view.Session.Agenda.Items.FirstOrDefault(item => item.Number == entry.Item) is { } found
            ? Messages.Get(reader, Sentence.ItemNumbered, view.Session.Agenda.PlaceOf(found), SessionCard.ItemTitle(reader, view, found, sight))
            : Messages.Get(reader, Sentence.ItemGone);

    private static string Escaped(string text) => CardText.Escape(ShortText.Abbreviate(text, LongestText), LineBreaks.Collapse);
}
