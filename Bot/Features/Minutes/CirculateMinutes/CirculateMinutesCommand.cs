using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Minutes;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.CirculateMinutes;

/// <summary>"Protokoll verteilen", "Protokoll verteilen Beirat 14.1.": asks whether the draft is to be given to the committee.</summary>
internal sealed class CirculateMinutesCommand(MinutesFinder finder) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CirculateMinutes;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MinutesInPrivate));
        }

        var drafts = (await finder.ReadableAsync(turn, Entry.RestOf(text), cancellationToken)).Where(one => one.Minutes.State == MinutesState.Draft).ToList();
        if (drafts.Count == 0 || await finder.FindAsync(turn, drafts[0].Minutes.Meeting.Value, cancellationToken) is not { } view)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoMinutesToCirculate));
        }

        var card = CirculateCard.Render(turn, view);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

/// <summary>[An das Gremium geben]: asks whether.</summary>
internal sealed class AskCirculateAction(MinutesFinder finder) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.AskCirculate;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await finder.FindAsync(turn, form.Id(MinutesVerbs.MeetingField), cancellationToken) is { } view && view.IsLedBy(turn)
            ? new CardReply.Replace(CirculateCard.Render(turn, view))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MinutesNotFound)));
}

/// <summary>[Ja, verteilen]: gives the draft to the committee.</summary>
internal sealed class CirculateAction(MinutesChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.Circulate;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var outcome = await changes.ChangeAsync(
            turn,
            form.Id(MinutesVerbs.MeetingField),
            view => Task.FromResult(turn.Sender is { } sender ? view.Minutes.Circulate(turn.Network, view.Meeting, sender.Id, turn.Now) : new Refusal(RefusalCode.MinutesNotFound)),
            cancellationToken);
        return outcome switch
        {
            Outcome<MeetingMinutes>.Done(var minutes) => new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.MinutesCirculatedNow))) { Settled = minutes.Meeting.Value },
            Outcome<MeetingMinutes>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>[Verwerfen] below a question about minutes.</summary>
internal sealed class DismissMinutesAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}
