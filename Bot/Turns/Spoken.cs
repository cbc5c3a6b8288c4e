using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>From what the bot has to say to what goes over the wire.</summary>
internal static class Spoken
{
    /// <summary>Says an answer in the conversation the activity came from.</summary>
    /// <returns>The message's id; empty when there are several messages, or Teams named none.</returns>
    public static async Task<string> SendAsync(TurnContext context, Reader reader, Answer answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case Answer.File file:
                return await FileTurns.OfferAsync(context, file, cancellationToken);
            case Answer.Several several:
                foreach (var part in several.Parts)
                {
                    await SendAsync(context, reader, part, cancellationToken);
                }

                return string.Empty;
            default:
                return await context.SendActivityAsync(MessageOf(reader, answer)!, cancellationToken) ?? string.Empty;
        }
    }

    /// <summary>Says as a message what a pressed button was answered with: older clients press by sending one.</summary>
    public static Task<string?> SendAsync(TurnContext context, Reader reader, CardReply reply, CancellationToken cancellationToken) => reply switch
    {
        CardReply.Replace replace => context.SendActivityAsync(CardMessage.Of(reader, replace.Content), cancellationToken),
        CardReply.Below below => context.SendActivityAsync(CardMessage.Of(reader, below.Content), cancellationToken),
        CardReply.Say say => context.SendActivityAsync(MessageActivity.Text(say.Sentence), cancellationToken),
        CardReply.Offer offer => OfferAsync(context, offer.File, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<string?> OfferAsync(TurnContext context, Answer.File file, CancellationToken cancellationToken) => await FileTurns.OfferAsync(context, file, cancellationToken);

    /// <summary>The one message an answer is, or null when it is not exactly one.</summary>
    public static Activity? MessageOf(Reader reader, Answer answer) => answer switch
    {
        Answer.Text text => MessageActivity.Markdown(text.Sentence),
        Answer.Card card => CardMessage.Of(reader, card.Content, card.Summary),
        _ => null,
    };
}
