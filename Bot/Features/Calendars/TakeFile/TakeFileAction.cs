using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Calendars.TakeFile;

/// <summary>[Als Kalenderdatei]: offers the file below the card.</summary>
internal sealed class TakeFileAction(CalendarFile file) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => CalendarVerbs.TakeFile;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        CalendarRight.Refuses(turn) is { } why ? new CardReply.Say(Messages.Get(turn.Reader, why))
        : await file.OfferAsync(turn, cancellationToken) is { } offer ? new CardReply.Offer(offer, Messages.Get(turn.Reader, Sentence.CalendarFileOffered))
        : new CardReply.Say(Messages.Get(turn.Reader, Sentence.MembersOnly));
}
