using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Features.Meetings.CallMeeting;
using Bot.Texts;
using Bot.Turns;
using NodaTime.Text;

namespace Bot.Features.Meetings.PlanYear;

/// <summary>[Vorschlag prüfen] on the year's plan: the usual preview of one meeting, by the rules in force on its day.</summary>
internal sealed class PreviewProposalAction(MeetingPreview preview) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.PreviewProposal;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.CallMeeting) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        var chosen = form[YearPlanCard.ProposalField].Split('|');
        if (chosen.Length != 2 || turn.Network.Committee(new CommitteeId(chosen[0])) is not { } committee
            || LocalDatePattern.Iso.Parse(chosen[1]) is not { Success: true, Value: var day } || !YearPlans.IsPlanned(turn, day.Year))
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ChooseProposal));
        }

        var rules = committee.Timeline.InForce(day);
        var draft = new MeetingDraft { Committee = committee.Id, Day = day, Start = rules.UsualStart, Place = rules.UsualPlace, Form = FormFor(form, string.Join('|', chosen)) };
        return new CardReply.Replace(await preview.DrawAsync(turn, draft, null, cancellationToken));
    }

    /// <summary>Each proposal of one plan is a thing of its own.</summary>
    private static FormReference? FormFor(CardForm form, string proposal) =>
        FormReference.In(form) is { } plan ? FormReference.About(plan.Id + "|" + proposal) : null;
}
