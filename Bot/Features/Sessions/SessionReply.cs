using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Sessions;

/// <summary>Answers with the meeting as it is now, drawn for the sender and for where they are.</summary>
internal sealed class SessionReply(SessionViews views)
{
    /// <summary>The card; null when there is no such meeting.</summary>
    /// <param name="turn">Who reads it; may read of the meeting.</param>
    /// <param name="id">Which meeting.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AdaptiveCard?> DrawAsync(Turn turn, MeetingId id, string? lead, CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(turn.Network, id, cancellationToken) is not { } view)
        {
            return null;
        }

        var isLed = turn.IsPersonal && turn.Sender is { } sender && view.Meeting.IsLedBy(turn.Network, sender.Id);
        var card = SessionCard.Render(turn.Reader, view, isLed ? SessionSight.Lead : turn.IsPersonal ? SessionSight.Member : SessionSight.Room, turn.Now, lead);
        return card with { Refresh = RefreshFor.Sender(turn, SessionVerbs.Show, ("meeting", id.Value)) };
    }

    /// <summary>What is answered to a typed line.</summary>
    public async Task<Answer> AnswerAsync(Turn turn, MeetingId id, string? lead, CancellationToken cancellationToken) => await DrawAsync(turn, id, lead, cancellationToken) is { } card
        ? new Answer.Card(card, lead ?? card.FallbackText ?? string.Empty)
        : Refused(turn, new Refusal(RefusalCode.MeetingNotFound));

    /// <summary>What is answered to a pressed button.</summary>
    public async Task<CardReply> ReplaceAsync(Turn turn, MeetingId id, string? lead, CancellationToken cancellationToken) =>
        await DrawAsync(turn, id, lead, cancellationToken) is { } card ? new CardReply.Replace(card) : Said(turn, new Refusal(RefusalCode.MeetingNotFound));

    /// <summary>A refusal as an answer.</summary>
    public static Answer Refused(Turn turn, Refusal why) => new Answer.Text(RefusalText.Markdown(turn, why));

    /// <summary>A refusal to somebody who pressed.</summary>
    public static CardReply Said(Turn turn, Refusal why) => new CardReply.Say(RefusalText.Plain(turn, why));

    /// <summary>Which entry was noted, for whoever edits the message afterwards.</summary>
    public static string Settled(MeetingId id, SessionStep step) => id.Value + ":" + step.Entry.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
