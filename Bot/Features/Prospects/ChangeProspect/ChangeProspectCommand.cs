using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Features.Prospects.AddProspect;
using Bot.Features.Prospects.ListProspects;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.ChangeProspect;

/// <summary>"Interessent ändern: Moscheeverein, Bildung, nachfassen 3.2., Notiz: …": changes what is noted; what is not said stays. With a name only, the form.</summary>
internal sealed class ChangeProspectCommand(ProspectBook book, ProspectChanges changes, ProspectReply reply) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ChangeProspect;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => ProspectReply.AnswerAsync(turn, Right.KeepProspects, async () =>
    {
        var list = await book.ReadAsync(turn.Network, cancellationToken);
        var line = ProspectLine.Read(turn, Entry.RestOf(text), list.Names);
        if (list.Named(line.Name) is not [var one])
        {
            return ProspectReply.Shown(WhichCard.Draw(turn, list, line.Name));
        }

        var before = one.Prospect;
        if (line.IsNameOnly || line.IsDayUnclear)
        {
            return ProspectReply.Shown(ChangeForm.Draw(turn, before, line.Over(before.Details), line.IsDayUnclear ? Messages.Get(turn.Reader, Sentence.ProspectDayUnclear) : null));
        }

        return await changes.ChangeAsync(turn, before.Id, now => now.Change(turn.Network, line.Over(now.Details), turn.Sender!.Id, turn.Now), cancellationToken) switch
        {
            Outcome<Prospect>.Done => ProspectReply.Shown(await reply.DrawAsync(turn, before.Id, Messages.Get(turn.Reader, Sentence.ProspectChanged), cancellationToken)) with { Settled = before.Id.Value },
            Outcome<Prospect>.Refused(var why) => ProspectReply.Shown(ChangeForm.Draw(turn, before, line.Over(before.Details), RefusalText.Markdown(turn, why))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });
}

/// <summary>Which prospect is meant, where a line does not say it: the list of those that may be.</summary>
internal static class WhichCard
{
    /// <summary>Draws it.</summary>
    public static AdaptiveCard Draw(Turn turn, ProspectList list, string named)
    {
        var several = list.Named(named);
        var lead = named.Length == 0 || several.Count > 0
            ? Messages.Get(turn.Reader, Sentence.ProspectWhich)
            : Messages.Get(turn.Reader, Sentence.ProspectUnknown, ProspectWords.Escaped(ShortText.Abbreviate(named, 60)));
        return ProspectListCard.Render(turn, several.Count > 0 ? [.. several.OrderBy(one => one.Stage)] : list.Shown, PageRequest.First, lead);
    }
}

/// <summary>The form by which what is noted changes.</summary>
internal static class ChangeForm
{
    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="prospect">The prospect as it is: when it is another by the time somebody saves, they are shown it first.</param>
    /// <param name="details">What the inputs hold.</param>
    /// <param name="question">What is said above it; null for nothing. Markdown.</param>
    public static AdaptiveCard Draw(Turn turn, Prospect prospect, ProspectDetails details, string? question = null) => ChangeCard.Form(
        turn.Reader,
        CommandTable.ChangeProspect,
        Sentence.ProspectChangeHeading,
        [.. new[] { Messages.Get(turn.Reader, Sentence.ProspectName, ProspectWords.Escaped(prospect.Name)), question }.OfType<string>()],
        ProspectInputs.Of(turn.Reader, details),
        [
            CardPart.Button(
                turn.Reader, Sentence.ButtonProspectSave, ProspectVerbs.Change, (ProspectVerbs.ProspectField, prospect.Id.Value), (ProspectVerbs.ShownField, ProspectChanges.PrintOf(prospect))),
            ProspectInputs.Dismiss(turn.Reader),
        ]);
}

/// <summary>[Ändern]: the form.</summary>
internal sealed class AskChangeProspectAction(ProspectReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.AskChange;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        reply.AskAsync(turn, form, noted => ChangeForm.Draw(turn, noted.Prospect, noted.Prospect.Details), cancellationToken);
}

/// <summary>[Speichern]: changes it, unless somebody else has changed it since the form was shown.</summary>
internal sealed class ChangeProspectAction(ProspectBook book, ProspectChanges changes, ProspectReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.Change;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => ProspectReply.OfAsync(turn, form, async id =>
    {
        var (details, shown) = (ProspectInputs.In(form), form[ProspectVerbs.ShownField]);
        var outcome = await changes.ChangeAsync(
            turn, id, now => now.Details != details && ProspectChanges.PrintOf(now) != shown ? new Refusal(RefusalCode.ChangedMeanwhile) : now.Change(turn.Network, details, turn.Sender!.Id, turn.Now),
            cancellationToken);
        if (outcome is not Outcome<Prospect>.Refused(var why))
        {
            return new CardReply.Replace(await reply.DrawAsync(turn, id, Messages.Get(turn.Reader, Sentence.ProspectChanged), cancellationToken));
        }

        if (await book.FindAsync(turn.Network, id, cancellationToken) is not { Prospect: var prospect })
        {
            return ProspectReply.Refused(turn, why);
        }

        // What somebody else has written meanwhile is shown, and what was filled in is not lost without a word.
        return new CardReply.Replace(why.Code == RefusalCode.ChangedMeanwhile
            ? ChangeForm.Draw(turn, prospect, prospect.Details, Messages.Get(turn.Reader, Sentence.ProspectOvertaken))
            : ChangeForm.Draw(turn, prospect, details, RefusalText.Markdown(turn, why)));
    });
}
