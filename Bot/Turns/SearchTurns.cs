using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Somebody searches while writing a message, in whatever chat or channel.</summary>
internal sealed class SearchTurns(TurnLoader loader, IEnumerable<ISearch> searches)
{
    /// <summary>Answers a search.</summary>
    public async Task<InvokeResponse> OnQueryAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!MessagingExtensionQuery.TryRead(activity, out var query))
        {
            return new InvokeResponse(400, null);
        }

        if (await loader.LoadAsync(activity, cancellationToken) is not { } turn)
        {
            return MessagingExtensionResponse.Message(MessageTurns.NotSetUp(activity)).ToInvokeResponse();
        }

        if (NetworkChoice.Refusal(turn) is { } undecided)
        {
            return MessagingExtensionResponse.Message(undecided).ToInvokeResponse();
        }

        return (await AnswerAsync(turn, query, cancellationToken)).ToInvokeResponse();
    }

    private async Task<MessagingExtensionResponse> AnswerAsync(Turn turn, MessagingExtensionQuery query, CancellationToken cancellationToken)
    {
        if (searches.FirstOrDefault(search => search.Entry.Id == query.CommandId) is not { } asked)
        {
            return MessagingExtensionResponse.Message(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
        }

        if (turn.Sender is null)
        {
            return MessagingExtensionResponse.Message(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (asked.Refusal(turn) is { } why)
        {
            return MessagingExtensionResponse.Message(why);
        }

        var found = new List<MessagingExtensionAttachment>();
        var words = new CommandText(query.Words).Folded;
        await foreach (var hit in asked.FindAsync(turn, words, cancellationToken).Skip(query.Skip).Take(query.Count).WithCancellation(cancellationToken))
        {
            found.Add(MessagingExtensionAttachment.Of(hit.Card, hit.Title, hit.Text));
        }

        return found.Count == 0 && query.Skip == 0
            ? MessagingExtensionResponse.Message(Messages.Get(turn.Reader, Sentence.SearchNothing))
            : MessagingExtensionResponse.Results(found);
    }
}
