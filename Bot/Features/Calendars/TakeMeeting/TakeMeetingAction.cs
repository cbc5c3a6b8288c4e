using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Calendars.TakeMeeting;

/// <summary>[In den Kalender] on a meeting's card: offers the meeting as a file below the card.</summary>
internal sealed class TakeMeetingAction(MeetingFile file) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => CalendarButton.Verb;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new CardReply.Say(MeetingFile.InPrivate(turn, turn.Here?.Name ?? string.Empty).TrimEnd());
        }

        return form.Id(CalendarButton.MeetingField) is { } id && await file.OfferAsync(turn, new MeetingId(id), cancellationToken) is { } offer
            ? new CardReply.Offer(offer, Messages.Get(turn.Reader, Sentence.CalendarFileOffered))
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.MembersOnly));
    }
}
