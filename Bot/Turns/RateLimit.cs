using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Telemetry;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Answers those who write or press faster than anybody does by hand: once with a friendly sentence, then not until their pause is over.</summary>
/// <remarks>Only what people send is counted. What the channel tells of itself, such as who joined, comes once and must not be lost.</remarks>
internal sealed class RateLimit(SenderLimit senders)
{
    private const int TooManyRequests = 429;

    /// <summary>Whether the turn is over because its sender went over the limit. To be asked before anything is read or written.</summary>
    public async ValueTask<bool> RefusesAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.Invoke) || senders.Take(activity) is not { } pause)
        {
            return false;
        }

        TurnSight.End(TurnSight.Limited);
        if (activity.Type == ActivityTypes.Invoke)
        {
            context.InvokeResponse = Answer(activity, pause);
        }
        else if (activity.Type == ActivityTypes.Message && pause.IsNew)
        {
            await context.SendActivityAsync(Messages.Get(Reader.For(activity.ReaderLocale()), Sentence.TooManyMessages, pause.Seconds), cancellationToken);
        }

        return true;
    }

    /// <summary>A press always gets an answer, or the client would say that the bot is broken. Who pressed is told in a sentence that nothing has happened:
    /// the protocol's 429 leaves it to the client what to show, and a vote must not look cast. A card that refreshes itself is told when to come back;
    /// nobody waits for it.</summary>
    private static InvokeResponse Answer(Activity activity, SenderPause pause)
    {
        if (activity.Name != InvokeNames.AdaptiveCardAction)
        {
            return new InvokeResponse(TooManyRequests, null);
        }

        return AdaptiveCardInvokeValue.TryRead(activity, out var value, out _) && value.IsAutomatic
            ? AdaptiveCardInvokeResponse.RetryAfter(pause.Seconds).ToInvokeResponse()
            : AdaptiveCardInvokeResponse.Message(Messages.Get(Reader.For(activity.ReaderLocale()), Sentence.TooManyPresses, pause.Seconds)).ToInvokeResponse();
    }
}
