using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Features.Prospects.ChangeProspect;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.EndProspect;

/// <summary>"Interessent lehnt ab: Moscheeverein, keine Zeit": records that a prospect does not want to join; what else was said is recorded as a contact of today.</summary>
internal sealed class DeclineProspectCommand(ProspectBook book, ProspectChanges changes, ProspectReply reply) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.DeclineProspect;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => ProspectReply.AnswerAsync(turn, Right.KeepProspects, async () =>
    {
        var list = await book.ReadAsync(turn.Network, cancellationToken);
        var line = ProspectLine.Read(turn, Entry.RestOf(text), list.Names, isContact: true);
        if (list.Named(line.Name) is not [{ Prospect.Id: var id }])
        {
            return ProspectReply.Shown(WhichCard.Draw(turn, list, line.Name));
        }

        return await changes.ChangeAsync(turn, id, now => Decline(turn, now, line), cancellationToken) switch
        {
            Outcome<Prospect>.Done => ProspectReply.Shown(await reply.DrawAsync(turn, id, Messages.Get(turn.Reader, Sentence.ProspectDeclineRecorded), cancellationToken)) with { Settled = id.Value },
            Outcome<Prospect>.Refused(var why) => ProspectReply.Shown(await reply.DrawAsync(turn, id, RefusalText.Markdown(turn, why), cancellationToken)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });

    private static Outcome<Prospect> Decline(Turn turn, Prospect now, ProspectLine line)
    {
        if (now.Declined is not null || (string.IsNullOrEmpty(line.Note) && line.Day is null))
        {
            return now.Decline(turn.Network, turn.Sender!.Id, turn.Now);
        }

        var contact = new ProspectContact(line.Day ?? turn.LocalNow.Date, turn.Sender!.Id, line.Note ?? string.Empty);
        var recorded = now.Contact(turn.Network, contact, null, turn.Now);
        return recorded is Outcome<Prospect>.Done(var spoken) ? spoken.Decline(turn.Network, turn.Sender!.Id, turn.Now) : recorded;
    }
}

/// <summary>[Lehnt ab]: the same.</summary>
internal sealed class DeclineProspectAction(ProspectChanges changes, ProspectReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.Decline;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => ProspectReply.OfAsync(turn, form, async id =>
        await changes.ChangeAsync(turn, id, now => now.Decline(turn.Network, turn.Sender!.Id, turn.Now), cancellationToken) is Outcome<Prospect>.Refused(var why)
            ? ProspectReply.Refused(turn, why)
            : new CardReply.Replace(await reply.DrawAsync(turn, id, Messages.Get(turn.Reader, Sentence.ProspectDeclineRecorded), cancellationToken)));
}
