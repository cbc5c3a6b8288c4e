using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
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
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForRhythm.Reply(
        turn, form, committee => RhythmPreview.Typed(turn with { Form = FormReference.In(form) ?? turn.Form }, committee, form[RhythmCard.LineField])));
}

/// <summary>[Ändern] on the preview: back to the form.</summary>
internal sealed class EditRhythmAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.EditRhythm;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(ForRhythm.Reply(
        turn, form, committee => RhythmCard.Render(turn with { Form = FormReference.In(form) ?? turn.Form }, committee, LineOf(turn, form))));

    /// <summary>The draft as a line that says the same.</summary>
    private static string LineOf(Turn turn, CardForm form) => RhythmDraft.Read(turn, form) is not { } draft
        ? string.Empty
        : draft.Rule.Length == 0
        ? Messages.Get(turn.Reader, Sentence.RhythmLineNone)
        : Messages.Get(
            turn.Reader, draft.IsSoft ? Sentence.RhythmLineSoft : Sentence.RhythmLineFirm, draft.Rule,
            Appointments.Time(turn.Reader, draft.Start), draft.Place, Appointments.Date(turn.Reader, draft.Day));
}

/// <summary>[Festlegen] on the preview: sets the rhythm, and has it looked at from then on.</summary>
internal sealed class SetRhythmAction(SetRuleHandler handler, DueTable due) : ICardAction
{
    /// <summary>When a rhythm is looked at on the day it begins.</summary>
    private static readonly LocalTime Morning = new(8, 0);

    /// <inheritdoc/>
    public string Verb => RulesVerbs.SetRhythm;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (CoordinatorOnly.WhyNot(turn) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        if (RhythmDraft.Read(turn, form) is not { } draft)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        // Written before the rules, so that no rhythm is set that nobody ever looks at; a look that comes too early finds nothing new and looks again tomorrow.
        var subject = Subjects.Due(turn.Network.Id, Subjects.Rhythm, draft.Committee.Value);
        var begins = turn.Network.Zone.AtLeniently(draft.Day + Morning).ToInstant().ToDateTimeOffset();
        var foreseen = await due.ForeseeAsync(subject, [begins], cancellationToken);
        var outcome = await handler.HandleAsync(turn, draft, cancellationToken);
        if (outcome is RuleSet.Done)
        {
            await due.LookNowAsync(foreseen, cancellationToken);
        }

        return outcome switch
        {
            RuleSet.Done(var rules) => new CardReply.Replace(SentenceCard.Of(turn.Reader, Said(turn, draft, rules))) { Settled = draft.IdentityIn(turn) },
            RuleSet.Overtaken(var now) => new CardReply.Replace(RhythmPreview.Render(now, draft, Messages.Get(turn.Reader, Sentence.RulesOvertaken))),
            RuleSet.Refused({ Code: RefusalCode.CommitteeUnknown or RefusalCode.ChangedMeanwhile } why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            RuleSet.Refused => new CardReply.Replace(RhythmPreview.Render(turn, draft)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Said(Turn turn, RhythmDraft draft, RulesOfProcedure rules) => Messages.Get(
        turn.Reader, Sentence.RuleIsSet, CardText.Escape(turn.Network.Committee(draft.Committee)?.Name ?? draft.Committee.Value, LineBreaks.Collapse),
        Messages.Get(turn.Reader, Sentence.RhythmTitle), draft.Day, rules.Version);
}

/// <summary>What all steps check first: that a coordinator takes it, for a committee that is there.</summary>
internal static class ForRhythm
{
    /// <summary>The card that comes of the step, or why there is none.</summary>
    public static CardReply Reply(Turn turn, CardForm form, Func<Committee, AdaptiveCard> draw)
    {
        if (CoordinatorOnly.WhyNot(turn) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        return turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee
            ? new CardReply.Replace(draw(committee))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.CommitteeUnknown)));
    }
}
