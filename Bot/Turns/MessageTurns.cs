using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Somebody says something.</summary>
internal sealed class MessageTurns(TurnLoader loader, CommandRouter router, CardActionTurns actions, HeardMessageStore heard, IFoundation foundation)
{
    /// <summary>Answers a message.</summary>
    public async Task OnMessageAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var submitted = SubmittedForm(context.Activity);
        if (await loader.LoadAsync(context.Activity, cancellationToken, submitted?.Form) is not { } turn)
        {
            await OnMessageBeforeAsync(context, submitted, cancellationToken);
            return;
        }

        context.Stamp = turn.Stamp;
        if (submitted is var (verb, form))
        {
            await Spoken.SendAsync(context, turn.Reader, await actions.RunAsync(turn, verb, form, isAutomatic: false, cancellationToken), cancellationToken);
            return;
        }

        var text = TextOf(context.Activity);
        if (await foundation.AnswerBesideAsync(context.Activity, cancellationToken) is { } beside)
        {
            await Spoken.SendAsync(context, turn.Reader, beside, cancellationToken);
            return;
        }

        if (NetworkChoice.InsteadOf(turn, text) is { } instead)
        {
            await Spoken.SendAsync(context, turn.Reader, instead, cancellationToken);
            return;
        }

        var command = router.Find(turn, text);
        if (IsKept(turn, text, command))
        {
            await AnswerOnceAsync(context, turn, text, command, cancellationToken);
        }
        else
        {
            await Spoken.SendAsync(context, turn.Reader, await router.AnswerAsync(turn, text, command, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Answers a message in a tenant without a network.</summary>
    private async Task OnMessageBeforeAsync(TurnContext context, (string Verb, CardForm Form)? submitted, CancellationToken cancellationToken)
    {
        var (activity, reader) = (context.Activity, Reader.For(context.Activity.ReaderLocale()));
        if (submitted is var (verb, form))
        {
            await Spoken.SendAsync(context, reader, await foundation.ReplyAsync(activity, verb, form, cancellationToken), cancellationToken);
        }
        else
        {
            await Spoken.SendAsync(context, reader, await foundation.AnswerAsync(activity, cancellationToken), cancellationToken);
        }
    }

    /// <summary>What somebody said, without the bot's mention.</summary>
    public static CommandText TextOf(Activity activity) => new(activity.RemoveRecipientMention());

    /// <summary>For people of a tenant without a network.</summary>
    public static string NotSetUp(Activity activity) => Messages.Get(Reader.For(activity.ReaderLocale()), Sentence.NetworkNotSetUp);

    /// <summary>By what an edit is known to change nothing. None of a vote, nor of what was not understood and may be one mistyped: the few things it can say are soon tried.</summary>
    public static string PrintOf(CommandText text, ICommand? command) => command is null or { TellsChoice: true } ? string.Empty : HeardMessage.Fingerprint(command.TakesLongText ? text.Whole : text.Raw);

    /// <summary>What leads to something is kept; and what members said and was not understood, because the next thing they do is correct it.</summary>
    private static bool IsKept(Turn turn, CommandText text, ICommand? command) =>
        command?.IsKept ?? (turn.Sender is not null && text.Raw.Length > 0 && !text.IsTooLong);

    /// <summary>Whoever of several instances inserts the message's row answers it.</summary>
    private async Task AnswerOnceAsync(TurnContext context, Turn turn, CommandText text, ICommand? command, CancellationToken cancellationToken)
    {
        var fresh = new HeardMessage(turn.Form.Id, turn.Now, HeardState.Pending, turn.Form.Revision, command?.KeptAs ?? string.Empty, PrintOf(text, command));
        if (await heard.ClaimAsync(turn.Network.Id, fresh, cancellationToken) is not { } claimed)
        {
            return;
        }

        var answer = await router.AnswerAsync(turn, text, command, cancellationToken);
        var id = await Spoken.SendAsync(context, turn.Reader, answer, cancellationToken);
        await heard.TrySaveAsync(turn.Network.Id, claimed with { Value = fresh.Answered(answer.Settled, id) }, cancellationToken);
    }

    /// <summary>Older clients send a pressed button as a message without text.</summary>
    private static (string Verb, CardForm Form)? SubmittedForm(Activity activity)
    {
        if (!string.IsNullOrWhiteSpace(activity.Text) || activity.Value is not { } value || AdaptiveCardInvokeValue.ReadFields(value) is not { Count: > 0 } data)
        {
            return null;
        }

        return (data.GetValueOrDefault("verb", string.Empty), new CardForm(data));
    }
}
