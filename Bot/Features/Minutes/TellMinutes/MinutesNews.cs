using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.TellMinutes;

/// <summary>What people are told about minutes: a sentence and where to press. What minutes say never stands in it, so that it may be read in a conversation and in a notification.</summary>
internal static class MinutesNews
{
    /// <summary>Draws the news.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="committee">Whose minutes.</param>
    /// <param name="meeting">Of which meeting.</param>
    /// <param name="said">What there is to say. Plain text.</param>
    /// <param name="buttons">What can be pressed.</param>
    public static AdaptiveCard Render(Reader reader, Committee committee, Meeting meeting, string said, IEnumerable<ExecuteAction> buttons)
    {
        var title = CardText.Escape(MinutesWords.Title(reader, committee.Name, meeting.Day), LineBreaks.Collapse);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = title + " " + CardText.Escape(said),
            Body = [CardPart.Heading(title), CardPart.Text(CardText.Escape(said)), .. CardPart.Rows(buttons)],
        };
    }

    /// <summary>A draft is there, for whoever led the meeting.</summary>
    public static Activity Drafted(Reader reader, Committee committee, Meeting meeting) => Message(
        reader,
        committee,
        meeting,
        Messages.Get(reader, Sentence.MinutesNewsDraft),
        [
            Button(reader, Sentence.ButtonShowMinutes, MinutesVerbs.Show, meeting),
            Button(reader, Sentence.ButtonMinutesFile, MinutesVerbs.TakeFile, meeting),
            Button(reader, Sentence.ButtonCorrect, MinutesVerbs.AskCorrect, meeting),
            Button(reader, Sentence.ButtonCirculate, MinutesVerbs.AskCirculate, meeting),
        ]);

    /// <summary>The committee has the minutes, in its conversation.</summary>
    public static Activity CirculatedInRoom(Reader reader, Committee committee, Meeting meeting) =>
        Message(reader, committee, meeting, Messages.Get(reader, Sentence.MinutesNewsCirculatedInRoom), []);

    /// <summary>The committee has the minutes, for each of its people.</summary>
    public static Activity Circulated(Reader reader, Committee committee, Meeting meeting) => Message(
        reader, committee, meeting, Messages.Get(reader, Sentence.MinutesNewsCirculated), [Button(reader, Sentence.ButtonShowMinutes, MinutesVerbs.Show, meeting), Button(reader, Sentence.ButtonCorrect, MinutesVerbs.AskCorrect, meeting)]);

    /// <summary>A correction was proposed, for whoever decides on it.</summary>
    public static Activity Proposed(Reader reader, Committee committee, Meeting meeting, Correction correction) => Message(
        reader, committee, meeting, Messages.Get(reader, Sentence.MinutesNewsCorrection, correction.Number), [Button(reader, Sentence.ButtonDecideCorrections, MinutesVerbs.ShowCorrection, meeting)]);

    /// <summary>A correction was decided, for whoever proposed it.</summary>
    public static Activity Decided(Reader reader, Committee committee, Meeting meeting, Correction correction) => Message(
        reader,
        committee,
        meeting,
        correction.State == CorrectionState.Accepted
            ? Messages.Get(reader, Sentence.MinutesNewsAccepted, correction.Number)
            : Messages.Get(reader, Sentence.MinutesNewsRejected, correction.Number, correction.Reason),
        [Button(reader, Sentence.ButtonShowMinutes, MinutesVerbs.Show, meeting)]);

    /// <summary>Minutes wait for approval, for whoever leads the meeting that begins.</summary>
    public static Activity ToApprove(Reader reader, Committee committee, Meeting meeting) => Message(
        reader, committee, meeting, Messages.Get(reader, Sentence.MinutesNewsToApprove), [Button(reader, Sentence.ButtonShowMinutes, MinutesVerbs.Show, meeting), Button(reader, Sentence.ButtonApprove, MinutesVerbs.AskApprove, meeting)]);

    /// <summary>The minutes are approved.</summary>
    public static Activity Approved(Reader reader, Committee committee, Meeting meeting, MeetingMinutes minutes) =>
        Message(reader, committee, meeting, MinutesWords.State(reader, minutes), []);

    private static Activity Message(Reader reader, Committee committee, Meeting meeting, string said, IEnumerable<ExecuteAction> buttons) =>
        CardMessage.Of(reader, Render(reader, committee, meeting, said, buttons));

    private static ExecuteAction Button(Reader reader, Sentence title, string verb, Meeting meeting) => CardPart.Button(reader, title, verb, (MinutesVerbs.MeetingField, meeting.Id.Value));
}
