using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Features.Rules.SetRhythm;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetNotice;

/// <summary>"Ladungsfrist Beirat" shows the notice period; "Ladungsfrist Beirat: 10 Tage, ab Zugang" sets it, after a preview.</summary>
internal sealed class SetNoticeCommand : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SetNotice;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => Task.FromResult(TypedForCommittee.Answer(
        turn, Entry.RestOf(text), Sentence.NoticeSayCommittee, (committee, line) => NoticePreview.Form(turn, committee, line), NoticePreview.Typed));
}

/// <summary>[Prüfen] on the form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewNoticeAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.PreviewNotice;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForRhythm.Reply(
        turn, form, committee => NoticePreview.Typed(turn with { Form = FormReference.In(form) ?? turn.Form }, committee, form[NoticePreview.LineField])));
}

/// <summary>[Festlegen] on the preview: sets the notice period.</summary>
internal sealed class SetNoticeAction(SetRuleHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetNotice;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (CoordinatorOnly.WhyNot(turn) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        if (NoticeDraft.Read(turn, form) is not { } draft)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        return await handler.HandleAsync(turn, draft, cancellationToken) switch
        {
            RuleSet.Done(var rules) => new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(
                turn.Reader, Sentence.RuleIsSet, CardText.Escape(turn.Network.Committee(draft.Committee)?.Name ?? draft.Committee.Value, LineBreaks.Collapse),
                Messages.Get(turn.Reader, Sentence.NoticeTitle), draft.Day, rules.Version))) { Settled = draft.IdentityIn(turn) },
            RuleSet.Overtaken(var now) => new CardReply.Replace(NoticePreview.Render(now, draft, Messages.Get(turn.Reader, Sentence.RulesOvertaken))),
            RuleSet.Refused({ Code: RefusalCode.CommitteeUnknown or RefusalCode.ChangedMeanwhile } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            RuleSet.Refused => new CardReply.Replace(NoticePreview.Render(turn, draft)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
