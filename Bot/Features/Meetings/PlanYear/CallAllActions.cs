using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Features.Meetings.CallMeeting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Meetings.PlanYear;

/// <summary>[Alle prüfen] on the year's plan: all proposals of one committee, to be confirmed together.</summary>
internal sealed class PreviewAllAction(YearPlans plans) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.PreviewAll;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.CallMeeting) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        return form.Number("year") is { } year && YearPlans.IsPlanned(turn, year) && turn.Network.Committee(new CommitteeId(form.Id(YearPlanCard.AllField) ?? string.Empty)) is { } committee
            ? new CardReply.Replace(CallAllCard.Render(turn, committee, await plans.OfAsync(turn, turn.Network.Committees, year, cancellationToken), FormReference.In(form)))
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ChooseProposal));
    }
}

/// <summary>[Alle einladen]: calls them one after the other, each as if it were called by itself. Pressing twice calls each once.</summary>
internal sealed class CallAllAction(CallMeetingHandler handler, YearPlans plans) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.CallAll;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || !turn.May(Right.CallMeeting))
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var days = form["days"].Split(',').Select(text => LocalDatePattern.Iso.Parse(text)).Where(parsed => parsed.Success).Select(parsed => parsed.Value)
            .Where(day => YearPlans.IsPlanned(turn, day.Year)).Distinct().Take(CallAllCard.Most).ToList();
        if (days.Count == 0 || FormReference.In(form) is not { } reference || turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is not { } committee)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        if (form.Number("latest") != committee.Timeline.Latest)
        {
            var anew = await plans.OfAsync(turn, turn.Network.Committees, days[0].Year, cancellationToken);
            return new CardReply.Replace(CallAllCard.Render(turn, committee, anew, reference, Messages.Get(turn.Reader, Sentence.RulesOvertaken)));
        }

        var lines = new List<string>();
        foreach (var day in days)
        {
            lines.Add(await CallAsync(turn, sender.Id, committee, day, reference, cancellationToken));
        }

        return new CardReply.Replace(CallAllCard.Done(turn, committee, lines)) { Settled = reference.IdentityOf(Verb) };
    }

    private async Task<string> CallAsync(Turn turn, PersonId caller, Committee committee, LocalDate day, FormReference reference, CancellationToken cancellationToken)
    {
        var rules = committee.Timeline.InForce(day);
        var proposal = new MeetingProposal(committee.Id, day, rules.UsualStart, rules.UsualPlace, string.Empty, string.Empty);
        var id = new MeetingId(reference.IdentityOf(string.Join('|', Subjects.Meeting, committee.Id, RowFormat.Write(day))));
        return await handler.HandleAsync(turn.Network, proposal, caller, id, turn.Now, cancellationToken) switch
        {
            Outcome<Meeting>.Done({ State: MeetingState.Cancelled } meeting) => Messages.Get(turn.Reader, Sentence.MeetingOfPreviewCancelled, MeetingCard.Title(turn.Reader, turn.Network, meeting)),
            Outcome<Meeting>.Done(var meeting) => Messages.Get(turn.Reader, Sentence.CallAllInvited, Appointments.Moment(turn.Reader, meeting.Day + meeting.Start)),
            Outcome<Meeting>.Refused(var why) => Messages.Get(turn.Reader, Sentence.CallAllRefused, Appointments.Day(turn.Reader, day), RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
