using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.NoteEntry;

/// <summary>"Notiz: Die Presse war da.": keeps something for the minutes.</summary>
internal sealed class NoteLineCommand(SessionFinder finder, SessionChanges changes, SessionViews views) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.NoteLine;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var head = text.HasColon ? text.FoldedBeforeColon : string.Empty;
        var found = await finder.OneAsync(turn, head, cancellationToken);
        if (found is not Outcome<Meeting>.Done(var meeting))
        {
            return SessionReply.Refused(turn, ((Outcome<Meeting>.Refused)found).Why);
        }

        var words = text.HasColon ? text.AfterColon : Entry.RestOf(text);
        return await NotedAnswer.OfAsync(
            turn, meeting, views, await changes.ChangeAsync(turn, meeting.Id, session => session.Note(words, SessionChanges.Act(turn, "note")), cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) => Task.FromResult(Messages.Get(turn.Reader, Sentence.EditAfterNoted));
}

/// <summary>What is answered after something was noted, or could not be.</summary>
internal static class NotedAnswer
{
    /// <summary>The card of what was noted, or the refusal.</summary>
    public static async Task<Answer> OfAsync(Turn turn, Meeting meeting, SessionViews views, Outcome<SessionStep> outcome, CancellationToken cancellationToken) => outcome switch
    {
        Outcome<SessionStep>.Done(var step) when await views.LoadAsync(turn.Network, meeting.Id, cancellationToken) is { } view && NotedCard.Render(turn, view, step) is var card =>
            new Answer.Card(card, card.FallbackText ?? string.Empty) { Settled = SessionReply.Settled(meeting.Id, step) },
        Outcome<SessionStep>.Refused(var why) => SessionReply.Refused(turn, why),
        _ => SessionReply.Refused(turn, new Refusal(RefusalCode.MeetingNotFound)),
    };

    /// <summary>The same for a pressed button.</summary>
    public static CardReply Pressed(Answer answer) => answer switch
    {
        Answer.Card card => new CardReply.Replace(card.Content) { Settled = card.Settled },
        Answer.Text said => new CardReply.Say(Platform.Cards.PlainText.Of(said.Sentence)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
