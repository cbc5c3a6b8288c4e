using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Rules.SetRhythm;
using Bot.Features.Rules.SetRule;
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
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(
        turn, form, (same, committee) => NoticePreview.Typed(same, committee, form[NoticePreview.LineField])));
}

/// <summary>[Zurücknehmen] at a change to come: asks first.</summary>
internal sealed class AskTakeBackNoticeAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.AskTakeBackNotice;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(
        turn, form, (same, committee) => NoticePreview.Render(same, NoticeDraft.TakingBack(committee, RuleDraft.DayIn(form, "day") ?? turn.LocalNow.Date, same.Form))));
}

/// <summary>[Festlegen] on the preview: sets the notice period, or takes the change back.</summary>
internal sealed class SetNoticeAction(SetRuleHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetNotice;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = NoticeDraft.Read(turn, form);
        return RulesStep.ConfirmAsync(
            handler, turn, draft, (set, rules) => RulesStep.Said(turn, set.TakesBack ? Sentence.RuleTakenBack : Sentence.RuleIsSet, set, Messages.Get(turn.Reader, Sentence.NoticeTitle), rules),
            NoticePreview.Render, cancellationToken);
    }
}
