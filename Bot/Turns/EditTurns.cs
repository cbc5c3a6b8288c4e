using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Somebody edits or deletes what they said. Before anything was done it is taken anew, in the place of the first answer; afterwards the bot
/// says what stands. Messages it does not keep are left alone.</summary>
internal sealed class EditTurns(TurnLoader loader, CommandRouter router, HeardMessageStore heard)
{
    private const int Attempts = 5;

    /// <summary>A message was edited, or its deletion taken back.</summary>
    public async Task OnEditedAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(context.Activity, cancellationToken) is not var (turn, found))
        {
            return;
        }

        context.Stamp = turn.Stamp;
        var text = MessageTurns.TextOf(context.Activity);
        var command = router.Find(turn, text);
        var print = MessageTurns.PrintOf(text, command);
        if (found.Value.State != HeardState.Withdrawn && print.Length > 0 && found.Value.Text == print)
        {
            return;
        }

        if (found.Value.State != HeardState.Done || (command is { IsRepeatable: true } && command.KeptAs == found.Value.Command))
        {
            await TakeAnewAsync(context, turn, found, text, command, cancellationToken);
        }
        else if (await heard.TrySaveAsync(turn.Network.Id, found with { Value = found.Value with { Text = print } }, cancellationToken) is not null)
        {
            await SayWhatStandsAsync(context, turn, found.Value, cancellationToken);
        }
    }

    /// <summary>A message was deleted: what was only shown is withdrawn; what was done stands.</summary>
    public async Task OnDeletedAsync(TurnContext context, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(context.Activity, cancellationToken) is not var (turn, found) || found.Value.State != HeardState.Pending)
            {
                return;
            }

            var withdrawn = found.Value with { State = HeardState.Withdrawn, Revision = found.Value.Revision + 1 };
            if (await heard.TrySaveAsync(turn.Network.Id, found with { Value = withdrawn }, cancellationToken) is not null)
            {
                var said = Messages.Get(turn.Reader, Sentence.PreviewWithdrawn);
                if (found.Value.Answer is { Length: > 0 } answer)
                {
                    await TryReplaceAsync(context, answer, CardMessage.Of(turn.Reader, SentenceCard.Of(turn.Reader, said), said), cancellationToken);
                }

                return;
            }
        }
    }

    private async Task<(Turn Turn, Stored<HeardMessage> Found)?> FindAsync(Activity activity, CancellationToken cancellationToken) =>
        activity is { Id.Length: > 0, From.Id.Length: > 0 }
        && await loader.LoadAsync(activity, cancellationToken) is { Undecided: null } turn
        && await heard.FindAsync(turn.Network.Id, turn.Form.Id, cancellationToken) is { } found
            ? (turn, found)
            : null;

    private async Task TakeAnewAsync(
        TurnContext context, Turn turn, Stored<HeardMessage> found, CommandText text, ICommand? command, CancellationToken cancellationToken)
    {
        var anew = found.Value with
        {
            State = HeardState.Pending,
            Revision = found.Value.Revision + 1,
            Command = command?.KeptAs ?? string.Empty,
            Text = MessageTurns.PrintOf(text, command),
            Outcome = null,
        };
        if (await heard.TrySaveAsync(turn.Network.Id, found with { Value = anew }, cancellationToken) is not { } claimed)
        {
            // Somebody else takes the same edit, or it was done in this moment: then the next edit hears what stands.
            return;
        }

        var revised = turn with { Form = turn.Form with { Revision = anew.Revision } };
        var answer = await router.AnswerAsync(revised, text, command, cancellationToken);
        var id = await ReplaceOrSendAsync(context, turn.Reader, found.Value.Answer, answer, cancellationToken);
        await heard.TrySaveAsync(turn.Network.Id, claimed with { Value = anew.Answered(answer.Settled, id) }, cancellationToken);
    }

    private async Task SayWhatStandsAsync(TurnContext context, Turn turn, HeardMessage done, CancellationToken cancellationToken)
    {
        var stands = router.Named(done.Command) is { } command && done.Outcome is { } outcome
            ? await command.StandingAsync(turn, outcome, cancellationToken)
            : Messages.Get(turn.Reader, Sentence.EditTooLate);
        await context.SendActivityAsync(MessageActivity.Markdown(stands), cancellationToken);
    }

    private static async Task<string> ReplaceOrSendAsync(TurnContext context, Reader reader, string? before, Answer answer, CancellationToken cancellationToken) =>
        before is { Length: > 0 } && Spoken.MessageOf(reader, answer) is { } message && await TryReplaceAsync(context, before, message, cancellationToken)
            ? before
            : await Spoken.SendAsync(context, reader, answer, cancellationToken);

    /// <summary>Replaces the bot's answer in place.</summary>
    /// <returns>False when it is not there any more.</returns>
    private static async Task<bool> TryReplaceAsync(TurnContext context, string answer, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await context.UpdateActivityAsync(answer, message, cancellationToken);
            return true;
        }
        catch (ConnectorException gone) when (gone.Status is System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Forbidden)
        {
            return false;
        }
    }
}
