using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>[Prüfen] on the form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewRhythmAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.PreviewRhythm;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(
        turn, form, (same, committee) => RhythmPreview.Typed(same, committee, form[RhythmCard.LineField])));
}

/// <summary>[Ändern] on the preview: back to the form.</summary>
internal sealed class EditRhythmAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.EditRhythm;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(
        turn, form, (same, committee) => RhythmCard.Render(same, committee, LineOf(turn, form))));

    /// <summary>The draft as a line that says the same.</summary>
    private static string LineOf(Turn turn, CardForm form) => RhythmDraft.Read(turn, form) is { } draft && draft.Read() is Outcome<RhythmRule>.Done(var rule)
        ? Messages.Get(turn.Reader, Sentence.RhythmLine, RhythmWords.Whole(turn.Reader, rule, draft.Place), Appointments.Date(turn.Reader, draft.Day))
        : string.Empty;
}

/// <summary>[Zurücknehmen] at a change to come: asks first.</summary>
internal sealed class AskTakeBackRhythmAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.AskTakeBackRhythm;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(RulesStep.Reply(
        turn, form, (same, committee) => RhythmPreview.Render(same, RhythmDraft.TakingBack(committee, RuleDraft.DayIn(form, "day") ?? turn.LocalNow.Date, same.Form))));
}

/// <summary>[Festlegen] on the preview: sets the rhythm, or takes the change back, and has it looked at from then on.</summary>
internal sealed class SetRhythmAction(SetRuleHandler handler, DueTable due) : ICardAction
{
    /// <summary>When a rhythm is looked at on the day it begins.</summary>
    private static readonly LocalTime Morning = new(8, 0);

    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetRhythm;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = RhythmDraft.Read(turn, form);
        // Written before the rules, so that no rhythm is set that nobody ever looks at; a look that comes too early finds nothing new and looks again tomorrow.
        var foreseen = draft is null || turn.WhyNot(Right.SetRules) is not null ? null : await ForeseeAsync(turn, draft, cancellationToken);
        var reply = await RulesStep.ConfirmAsync(
            handler, turn, draft, (set, rules) => RulesStep.Said(turn, set.TakesBack ? Sentence.RuleTakenBack : Sentence.RuleIsSet, set, Messages.Get(turn.Reader, Sentence.RhythmTitle), rules),
            RhythmPreview.Render, cancellationToken);
        if (foreseen is not null && reply.Settled is not null)
        {
            await due.LookNowAsync(foreseen, cancellationToken);
        }

        return reply;
    }

    private Task<DueRow> ForeseeAsync(Turn turn, RhythmDraft draft, CancellationToken cancellationToken)
    {
        var begins = turn.Network.Zone.AtLeniently(draft.Day + Morning).ToInstant().ToDateTimeOffset();
        return due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Rhythm, draft.Committee.Value), [begins], cancellationToken);
    }
}
