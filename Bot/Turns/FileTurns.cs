using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Activities.Files;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Turns;

/// <summary>Somebody takes a file the bot has offered, or does not want it.</summary>
internal sealed partial class FileTurns(
    TurnLoader loader, IEnumerable<IFileSource> sources, FileUpload upload, HeardMessageStore heard, ILogger<FileTurns> logger)
{
    /// <summary>Asks whether the file may be put into the sender's OneDrive; says how else to get at it where that cannot be asked.</summary>
    /// <returns>The question's id; empty when Teams named none.</returns>
    public static async Task<string> OfferAsync(TurnContext context, Answer.File file, CancellationToken cancellationToken)
    {
        try
        {
            var question = FileConsentCard.Message(file.Document.Name, file.Description, file.Document.Content.Length, file.Document.Reference);
            return await context.SendActivityAsync(question, cancellationToken) ?? string.Empty;
        }
        catch (ConnectorException refused) when ((int)refused.Status is >= 400 and < 500 and not 408 and not 412 and not 429)
        {
            return await context.SendActivityAsync(MessageActivity.Markdown(file.Otherwise), cancellationToken) ?? string.Empty;
        }
    }

    /// <summary>Answers the question. The channel is told at once that it was heard; what comes of it is a message.</summary>
    public async Task OnConsentAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (!FileConsentValue.TryRead(context.Activity, out var consent))
        {
            context.InvokeResponse = new InvokeResponse(400, null);
            return;
        }

        context.InvokeResponse = InvokeResponse.Empty;
        if (await loader.LoadAsync(context.Activity, cancellationToken, new CardForm(consent.Context)) is not { } turn)
        {
            await context.SendActivityAsync(MessageTurns.NotSetUp(context.Activity), cancellationToken);
        }
        else if (NetworkChoice.Refusal(turn) is { } undecided)
        {
            await context.SendActivityAsync(undecided, cancellationToken);
        }
        else if (!consent.IsAccepted)
        {
            await ReplaceAsync(context, Messages.Get(turn.Reader, Sentence.FileDeclined), turn, cancellationToken);
        }
        else if (await MakeAsync(turn, consent, cancellationToken) is not { } document || consent.Upload is not { } place)
        {
            await ReplaceAsync(context, Messages.Get(turn.Reader, Sentence.FileNotForYou), turn, cancellationToken);
        }
        else if (await IsFirstAsync(turn, place, cancellationToken))
        {
            await HandOverAsync(context, turn, document, place, cancellationToken);
        }
    }

    /// <summary>The document as it is now, if the sender may have it now; the reference proves nothing.</summary>
    private async Task<FileDocument?> MakeAsync(Turn turn, FileConsentValue consent, CancellationToken cancellationToken) =>
        turn.IsPersonal && sources.FirstOrDefault(source => source.Kind == consent.Context.GetValueOrDefault(FileDocument.KindField)) is { } source
            ? await source.MakeAsync(turn, consent.Context, cancellationToken)
            : null;

    /// <summary>Taking it twice, or the same delivered twice, puts it there once.</summary>
    private async Task<bool> IsFirstAsync(Turn turn, FileUploadInfo place, CancellationToken cancellationToken)
    {
        var question = turn.Activity.ReplyToId ?? place.UniqueId ?? place.UploadUrl;
        var key = HeardMessage.KeyOf(turn.Activity.Conversation?.Id ?? string.Empty, "file " + question, turn.Account.NameInForms);
        var taken = new HeardMessage(key, turn.Now, HeardState.Done, 0, string.Empty, string.Empty, string.Empty, question);
        return await heard.ClaimAsync(turn.Network.Id, taken, cancellationToken) is not null;
    }

    private async Task HandOverAsync(TurnContext context, Turn turn, FileDocument document, FileUploadInfo place, CancellationToken cancellationToken)
    {
        try
        {
            await upload.PutAsync(place.UploadUrl, document.Content, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or ArgumentException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            LogNotTaken(turn.Activity.Id, failure.GetType().Name, (failure as HttpRequestException)?.StatusCode?.ToString());
            await ReplaceAsync(context, Messages.Get(turn.Reader, Sentence.FileFailed), turn, cancellationToken);
            return;
        }

        var saved = Messages.Get(turn.Reader, Sentence.FileSaved, CardText.Escape(place.Name ?? document.Name, LineBreaks.Collapse));
        await context.SendActivityAsync(FileInfoCard.Message(place with { Name = place.Name ?? document.Name }, saved), cancellationToken);
        await ReplaceAsync(context, saved, turn, cancellationToken);
    }

    /// <summary>Puts a sentence in the place of the question, or below it when it is gone.</summary>
    private static async Task ReplaceAsync(TurnContext context, string said, Turn turn, CancellationToken cancellationToken)
    {
        var message = CardMessage.Of(turn.Reader, SentenceCard.Of(turn.Reader, said), said);
        if (context.Activity.ReplyToId is { Length: > 0 } question)
        {
            try
            {
                await context.UpdateActivityAsync(question, message, cancellationToken);
                return;
            }
            catch (ConnectorException gone) when ((int)gone.Status is >= 400 and < 500)
            {
                // It was deleted, or the client does not let it be replaced: then the sentence comes as a message of its own.
            }
        }

        await context.SendActivityAsync(message, cancellationToken);
    }

    [LoggerMessage(3201, LogLevel.Warning, "A file was not taken, activity {ActivityId}: {Reason} {Status}.")]
    private partial void LogNotTaken(string? activityId, string reason, string? status);
}
