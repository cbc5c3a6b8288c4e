using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Features.Prospects.AddProspect;
using Bot.Features.Prospects.ChangeProspect;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.EndProspect;

/// <summary>"Interessent streichen: Moscheeverein": asks once before everything that is noted about it goes.</summary>
internal sealed class RemoveProspectCommand(ProspectBook book) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.RemoveProspect;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => ProspectReply.AnswerAsync(turn, Right.KeepProspects, async () =>
    {
        var list = await book.ReadAsync(turn.Network, cancellationToken);
        var named = Entry.RestOf(text).Trim(' ', ',', ';', ':', '?');
        return ProspectReply.Shown(list.Named(named) is [var one] ? RemoveCard.Draw(turn, one.Prospect) : WhichCard.Draw(turn, list, named));
    });
}

/// <summary>The question before a prospect is taken off the list.</summary>
internal static class RemoveCard
{
    /// <summary>Draws it.</summary>
    /// <param name="turn">Who is asked.</param>
    /// <param name="prospect">The prospect as they see it.</param>
    /// <param name="lead">What is said above it; null for nothing. Markdown.</param>
    public static AdaptiveCard Draw(Turn turn, Prospect prospect, string? lead = null) => ChangeCard.Preview(
        turn.Reader,
        Sentence.ProspectRemoveHeading,
        lead,
        [Messages.Get(turn.Reader, Sentence.ProspectRemoveQuestion, ProspectWords.Escaped(prospect.Name), prospect.Contacts.Count)],
        [],
        [
            CardPart.Button(
                turn.Reader, Sentence.ButtonProspectRemove, ProspectVerbs.Remove, (ProspectVerbs.ProspectField, prospect.Id.Value), (ProspectVerbs.ShownField, ProspectChanges.PrintOf(prospect))),
            ProspectInputs.Dismiss(turn.Reader),
        ]);
}

/// <summary>[Streichen]: the question.</summary>
internal sealed class AskRemoveProspectAction(ProspectReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.AskRemove;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        reply.AskAsync(turn, form, noted => RemoveCard.Draw(turn, noted.Prospect), cancellationToken);
}

/// <summary>[Ja, streichen]: takes it off the list, unless somebody has recorded something since the question.</summary>
internal sealed class RemoveProspectAction(ProspectBook book, ProspectChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.Remove;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => ProspectReply.OfAsync(turn, form, async id =>
        await changes.RemoveAsync(turn, id, form[ProspectVerbs.ShownField], cancellationToken) switch
        {
            Outcome<Prospect>.Done(var removed) => new CardReply.Replace(Gone(turn, removed)),
            Outcome<Prospect>.Refused({ Code: RefusalCode.ChangedMeanwhile }) when await book.FindAsync(turn.Network, id, cancellationToken) is { Prospect: var now } =>
                new CardReply.Replace(RemoveCard.Draw(turn, now, Messages.Get(turn.Reader, Sentence.SetupOvertaken))),
            Outcome<Prospect>.Refused(var why) => ProspectReply.Refused(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        });

    private static AdaptiveCard Gone(Turn turn, Prospect removed) => SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.ProspectRemoved, ProspectWords.Escaped(removed.Name)))
        with { Actions = [SuggestionCard.RunButton(turn.Reader, CommandTable.Prospects)] };
}
