using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Minutes;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.ApproveMinutes;

/// <summary>"Protokoll genehmigen": asks whoever leads the meeting that is on how it has approved the oldest minutes that wait.</summary>
internal sealed class ApproveMinutesCommand(MinutesFinder finder, ApprovalQuestion question) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ApproveMinutes;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MinutesInPrivate));
        }

        var waiting = (await finder.ReadableAsync(turn, Entry.RestOf(text), cancellationToken)).Where(one => one.Minutes.State == MinutesState.Circulated).Reverse().ToList();
        Refusal? why = null;
        foreach (var (minutes, _) in waiting)
        {
            switch (await question.AskAsync(turn, minutes.Meeting.Value, cancellationToken))
            {
                case Outcome<Platform.Cards.AdaptiveCard>.Done(var card):
                    return new Answer.Card(card, card.FallbackText ?? string.Empty);
                case Outcome<Platform.Cards.AdaptiveCard>.Refused refused:
                    why ??= refused.Why;
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return new Answer.Text(why is null ? Messages.Get(turn.Reader, Sentence.NoMinutesToApprove) : RefusalText.Markdown(turn, why));
    }
}

/// <summary>[Genehmigen] on the minutes: asks how.</summary>
internal sealed class AskApproveAction(ApprovalQuestion question) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.AskApprove;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await question.AskAsync(turn, form.Id(MinutesVerbs.MeetingField), cancellationToken) switch
        {
            Outcome<Platform.Cards.AdaptiveCard>.Done(var card) => new CardReply.Replace(card),
            Outcome<Platform.Cards.AdaptiveCard>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
