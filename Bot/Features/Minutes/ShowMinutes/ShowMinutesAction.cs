using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Features.Minutes.WriteFile;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.ShowMinutes;

/// <summary>[Protokoll zeigen], and the buttons between the pages.</summary>
internal sealed class ShowMinutesAction(MinutesFinder finder) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.Show;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await finder.FindAsync(turn, form.Id(MinutesVerbs.MeetingField), cancellationToken) is { } view
            ? new CardReply.Replace(MinutesCard.Render(turn, view, PageRequest.Read(form) ?? PageRequest.First))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MinutesNotFound)));
}

/// <summary>[Als Word-Datei] and [Öffentliche Fassung].</summary>
internal sealed class TakeMinutesFileAction(MinutesFinder finder, MinutesFile file) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.TakeFile;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.MinutesFileInPrivate));
        }

        return await finder.FindAsync(turn, form.Id(MinutesVerbs.MeetingField), cancellationToken) is { } view
            ? new CardReply.Offer(
                await file.OfferAsync(turn, view, form[MinutesVerbs.KindField] == MinutesFile.Public, null, cancellationToken), Messages.Get(turn.Reader, Sentence.FileBelow))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MinutesNotFound)));
    }
}
