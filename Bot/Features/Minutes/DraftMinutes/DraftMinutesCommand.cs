using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Features.Minutes.ShowMinutes;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.DraftMinutes;

/// <summary>"Protokoll erstellen", "Protokoll erstellen Beirat 14.1.": makes the draft of the meeting led last.</summary>
internal sealed class DraftMinutesCommand(MinutesFinder finder, MinutesDrafting drafting) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.DraftMinutes;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MinutesInPrivate));
        }

        if (turn.OwnCommittees.Length == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (await finder.OverAsync(turn, Entry.RestOf(text), cancellationToken) is not [var meeting, ..])
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoMeetingForMinutes));
        }

        return await drafting.DraftAsync(turn, meeting, turn.Form, cancellationToken) switch
        {
            Outcome<MeetingMinutes>.Done(var minutes) => await ShownAsync(turn, meeting, minutes, cancellationToken),
            Outcome<MeetingMinutes>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Answer> ShownAsync(Turn turn, Meeting meeting, MeetingMinutes minutes, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, meeting.Id.Value, cancellationToken) is not { } view)
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.MinutesNotFound)));
        }

        var isNew = minutes.Versions[0] is { IsByItself: false } first && first.At == turn.Now && minutes.Version == 1;
        var card = MinutesCard.Render(turn, view, PageRequest.First, Messages.Get(turn.Reader, isNew ? Sentence.MinutesDrafted : Sentence.MinutesThere));
        return new Answer.Card(card, card.FallbackText ?? string.Empty) { Settled = isNew ? meeting.Id.Value : null };
    }
}

/// <summary>[Neu zusammenstellen]: puts the minutes together again, such as when a ballot was counted only after the draft.</summary>
internal sealed class RedraftMinutesAction(MinutesFinder finder, MinutesDrafting drafting) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.Redraft;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id(MinutesVerbs.MeetingField), cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MinutesNotFound)));
        }

        switch (await drafting.RedraftAsync(turn, view, turn.Form, cancellationToken))
        {
            case Outcome<MeetingMinutes>.Done(var made):
                var isSame = ReferenceEquals(made, view.Minutes);
                var shown = isSame ? view : await finder.FindAsync(turn, view.Meeting.Id.Value, cancellationToken) ?? view;
                return new CardReply.Replace(MinutesCard.Render(
                    turn, shown, PageRequest.First, Messages.Get(turn.Reader, isSame ? Sentence.MinutesSameAsBefore : Sentence.MinutesRedrafted)));
            case Outcome<MeetingMinutes>.Refused(var why):
                return new CardReply.Say(RefusalText.Plain(turn, why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
