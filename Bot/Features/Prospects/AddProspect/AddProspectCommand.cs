using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.AddProspect;

/// <summary>"Interessent: Moscheeverein Zwickau, Religionsgemeinschaften": notes an organization. Where name or sector are missing, one form asks for them, with what was understood.</summary>
internal sealed class AddProspectCommand(AddProspectHandler handler, ProspectReply reply) : ICommand
{
    private static readonly ProspectDetails Nothing = new(null, string.Empty, null);

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.AddProspect;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => ProspectReply.AnswerAsync(turn, Right.KeepProspects, async () =>
    {
        var line = ProspectLine.Read(turn, Entry.RestOf(text), []);
        var details = line.Over(Nothing);
        if (line.Name.Length == 0 || !line.SaysSector || line.IsDayUnclear)
        {
            return ProspectReply.Shown(ProspectForm.Draw(turn, line.Name, details, line.IsDayUnclear ? Messages.Get(turn.Reader, Sentence.ProspectDayUnclear) : null));
        }

        return await handler.HandleAsync(turn, line.Name, details, cancellationToken) switch
        {
            Outcome<AddedProspect>.Done(var added) => ProspectReply.Shown(await reply.DrawAsync(turn, added.Id, Lead(turn, added), cancellationToken)) with { Settled = added.IsNew ? added.Id.Value : null },
            Outcome<AddedProspect>.Refused(var why) => ProspectReply.Shown(ProspectForm.Draw(turn, line.Name, details, RefusalText.Markdown(turn, why))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });

    /// <summary>What is said above the prospect then.</summary>
    public static string Lead(Turn turn, AddedProspect added) => Messages.Get(turn.Reader, added.IsNew ? Sentence.ProspectAdded : Sentence.ProspectThere);
}

/// <summary>[Eintragen] on the list: the form.</summary>
internal sealed class AskAddProspectAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.AskAdd;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult<CardReply>(
        ProspectReply.WhyNot(turn, Right.KeepProspects) is { } why ? new CardReply.Say(why)
        : new CardReply.Replace(ProspectForm.Draw(turn, form[ProspectVerbs.NameField], ProspectInputs.In(form))));
}

/// <summary>[Eintragen] on the form: notes it.</summary>
internal sealed class AddProspectAction(AddProspectHandler handler, ProspectReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.Add;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (ProspectReply.WhyNot(turn, Right.KeepProspects) is { } refusal)
        {
            return new CardReply.Say(refusal);
        }

        var (name, details) = (form[ProspectVerbs.NameField], ProspectInputs.In(form));
        return await handler.HandleAsync(turn, name, details, cancellationToken) switch
        {
            Outcome<AddedProspect>.Done(var added) => new CardReply.Replace(await reply.DrawAsync(turn, added.Id, AddProspectCommand.Lead(turn, added), cancellationToken)),
            Outcome<AddedProspect>.Refused(var why) => new CardReply.Replace(ProspectForm.Draw(turn, name, details, RefusalText.Markdown(turn, why))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissProspectAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult<CardReply>(
        ProspectReply.WhyNot(turn, Right.KeepProspects) is { } why ? new CardReply.Say(why)
        : new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}
