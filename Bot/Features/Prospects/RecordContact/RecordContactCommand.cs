using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Features.Prospects.ChangeProspect;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.RecordContact;

/// <summary>"Angesprochen: Moscheeverein, am 14.1., meldet sich, nachfassen 3.2.": records that somebody spoke with a prospect. Where it is not clear with whom, one form asks.</summary>
internal sealed class RecordContactCommand(ProspectBook book, ProspectChanges changes, ProspectReply reply) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ContactProspect;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => ProspectReply.AnswerAsync(turn, Right.KeepProspects, async () =>
    {
        var list = await book.ReadAsync(turn.Network, cancellationToken);
        var line = ProspectLine.Read(turn, Entry.RestOf(text), list.Names, isContact: true);
        var said = new SaidContact(line.Day, line.Note ?? string.Empty, line.FollowUp);
        IReadOnlyList<NotedProspect> meant = line.Name.Length > 0 ? list.Named(line.Name) : [.. list.Shown.OrderBy(one => one.Prospect.Contacts.Count > 0 ? 0 : 1)];
        if (list.Shown.Count == 0 || (line.Name.Length > 0 && meant.Count == 0))
        {
            return ProspectReply.Shown(WhichCard.Draw(turn, list, line.Name));
        }

        if (meant.Count > 1 || line.Name.Length == 0 || line.IsNameOnly || line.IsDayUnclear)
        {
            return ProspectReply.Shown(ContactForm.Draw(turn, meant, said, line.IsDayUnclear ? Messages.Get(turn.Reader, Sentence.ProspectDayUnclear) : null));
        }

        return await changes.RecordAsync(turn, meant[0].Prospect.Id, said, cancellationToken) switch
        {
            Outcome<Prospect>.Done(var after) => ProspectReply.Shown(await reply.DrawAsync(turn, after.Id, ContactRecording.Lead(turn, after), cancellationToken)) with { Settled = after.Id.Value },
            Outcome<Prospect>.Refused(var why) => ProspectReply.Shown(ContactForm.Draw(turn, meant, said, RefusalText.Markdown(turn, why))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });
}

/// <summary>What the line and the form do alike.</summary>
internal static class ContactRecording
{
    /// <summary>Records a contact of the sender's.</summary>
    public static Task<Outcome<Prospect>> RecordAsync(this ProspectChanges changes, Turn turn, ProspectId id, SaidContact said, CancellationToken cancellationToken) => changes.ChangeAsync(
        turn, id, now => now.Contact(turn.Network, new ProspectContact(said.Day ?? turn.LocalNow.Date, turn.Sender!.Id, said.Note), said.FollowUp, turn.Now), cancellationToken);

    /// <summary>What is said above the prospect then.</summary>
    public static string Lead(Turn turn, Prospect after) => after.Details.FollowUp is { } day
        ? Messages.Get(turn.Reader, Sentence.ProspectRecordedUntil, day)
        : Messages.Get(turn.Reader, Sentence.ProspectRecorded);
}

/// <summary>[Kontakt festhalten]: the form.</summary>
internal sealed class AskContactAction(ProspectReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.AskContact;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        reply.AskAsync(turn, form, noted => ContactForm.Draw(turn, [noted], new SaidContact(null, string.Empty, null)), cancellationToken);
}

/// <summary>[Festhalten]: records it.</summary>
internal sealed class RecordContactAction(ProspectBook book, ProspectChanges changes, ProspectReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.Contact;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => ProspectReply.OfAsync(turn, form, async id =>
    {
        var said = SaidContact.In(form);
        return await changes.RecordAsync(turn, id, said, cancellationToken) switch
        {
            Outcome<Prospect>.Done(var after) => new CardReply.Replace(await reply.DrawAsync(turn, id, ContactRecording.Lead(turn, after), cancellationToken)),
            Outcome<Prospect>.Refused(var why) => await book.FindAsync(turn.Network, id, cancellationToken) is { } noted
                ? new CardReply.Replace(ContactForm.Draw(turn, [noted], said, RefusalText.Markdown(turn, why)))
                : ProspectReply.Refused(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });
}
