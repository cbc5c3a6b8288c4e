using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Features.Meetings;
using Bot.Features.Meetings.CallFollowUp;
using Bot.Features.Meetings.CallMeeting;
using Bot.Features.Meetings.MoveMeeting;
using Bot.Features.Meetings.RemindMembers;
using Bot.Features.Meetings.Reply;
using Bot.Features.Meetings.ShowReplies;
using Bot.Features.Rules.SetFollowUpRule;
using Bot.Features.Rules.ShowRules;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>The life of a meeting: moved, answered, followed up.</content>
internal static partial class CardCatalogue
{
    private static readonly FollowUpRule Terms = new(90, new Fraction(1, 4), Comparison.MoreThan);

    private static IEnumerable<Catalogued> Moves(Scene scene)
    {
        const string form = "MoveForm.Render", preview = "MovePreviewCard.Render";
        var turn = scene.Turn("katrin");
        var meeting = scene.Meeting() with { End = new LocalTime(19, 0) };
        List<Meeting> several = [.. scene.Network.Committees.Take(MeetingFinder.Most).Select(committee => scene.Meeting(committee: committee) with { Id = new MeetingId("m-" + committee.Id.Value) })];
        var problem = new AppointmentProblem(AppointmentProblemKind.AmbiguousTime, scene.Text("um 6", 300), [], [new LocalTime(6, 0), new LocalTime(18, 0)]);
        var draft = new MoveDraft { Meeting = meeting.Id, Place = scene.Place, Reason = scene.Reason, Later = Period.FromWeeks(1), Form = turn.Form };
        yield return Replaced("move-form", form, MoveForm.Render(turn, [meeting], new MoveDraft { Problems = [problem] }));
        yield return Replaced("move-form-several", form, MoveForm.Render(turn, several, draft));
        yield return Replaced("move-form-taken", form, MoveForm.Render(turn, [meeting], draft, Refused(scene, RefusalCode.DayTaken, scene.Board.Name, meeting.Day, meeting.Start)));
        foreach (var (name, day, reason) in new[] { ("in-time", meeting.Day.PlusDays(7), scene.Reason), ("late", new LocalDate(2026, 11, 25), string.Empty), ("urgent", new LocalDate(2026, 11, 25), scene.Reason), ("place", meeting.Day, string.Empty) })
        {
            var move = new MeetingMove(day, meeting.Start, meeting.End, scene.Text("Volkshochschule", 200), reason);
            var lead = name == "in-time" ? Messages.Get(scene.Reader, Sentence.MoveOvertaken, MeetingCard.Title(scene.Reader, scene.Network, meeting)) : null;
            yield return Replaced("move-preview-" + name, preview, MovePreviewCard.Render(turn, scene.Board, meeting, move, draft.Shown(meeting, move), lead));
        }

        var moved = Moved(scene);
        yield return Replaced("moved-done", "SentenceCard.Of", SentenceCard.Of(scene.Reader, Messages.Get(scene.Reader, Sentence.MeetingMoved, MeetingCard.Title(scene.Reader, scene.Network, moved))));
        yield return Sent("moved-news", Meeting, NewsCard.Message(scene.Reader, scene.Network, new Agenda(moved, scene.Agenda(3).Items), Scene.Now, null, moved.Earlier.Items[0]));
        yield return Sent("moved-place", Meeting, NewsCard.Message(scene.Reader, scene.Network, new Agenda(moved, scene.Agenda(200).Items), Scene.Now, null, moved.Earlier.Items[1]));
        yield return Sent("moved-reminder", Meeting, NewsCard.Message(
            scene.Reader, scene.Network, new Agenda(moved, scene.Agenda(200).Items), Scene.Now, new MeetingReminder(3, Scene.Now), moved.Earlier.Items[0], new QuorumForecast(7, 2, 12, 0)));
        yield return Sent("moved-former", "SentenceCard.Of", NewsCard.ToFormer(scene.Reader, scene.Network, moved, moved.Earlier.Items[0]));
    }

    private static IEnumerable<Catalogued> Replying(Scene scene)
    {
        var turn = scene.Turn("amina");
        var meeting = Moved(scene);
        var yes = new MeetingReply(new PersonId("amina"), ReplyKind.Accepted, meeting.AskedRevision, Scene.Now);
        var guest = yes with { Kind = ReplyKind.Substituted, SubstituteName = scene.Text("Max Muster", MeetingReply.NameLimit) };
        foreach (var (name, reply) in new[] { ("accepted", yes), ("regretted", yes with { Kind = ReplyKind.Regretted }), ("guest", guest), ("substitute", guest with { Substitute = new PersonId("bernd") }) })
        {
            yield return Replaced("reply-" + name, "ReplyCard.Render", ReplyCard.Render(turn, scene.Plenary, meeting, reply));
        }

        yield return Replaced("reply-guest-in-person", "ReplyCard.Render", ReplyCard.Render(turn, scene.Board, meeting, guest));
        yield return Replaced("reply-substitute-form", "SubstituteForm.Render", SubstituteForm.Render(scene.Reader, scene.Network, meeting));
        yield return Replaced("reply-old-date", Meeting, MeetingCard.Render(scene.Reader, scene.Network, new Agenda(meeting, []), Scene.Now, Messages.Get(scene.Reader, Sentence.ReplyToOldDate)));
        var several = Enumerable.Repeat(meeting, scene.Writing == Writing.Usual ? 2 : 12).ToList();
        foreach (var verb in new[] { MeetingVerbs.Accept, MeetingVerbs.Regret, MeetingVerbs.SendSubstitute, MeetingVerbs.ShowReplies })
        {
            yield return Replaced("reply-which-" + verb, "ReplyCard.Which", ReplyCard.Which(turn, several, verb, verb == MeetingVerbs.SendSubstitute ? guest.SubstituteName : string.Empty));
        }

        var replies = new MeetingReplies(
        [
            yes, guest with { Person = new PersonId("bernd") }, yes with { Person = new PersonId("katrin") }, yes with { Person = new PersonId("clara"), Kind = ReplyKind.Regretted },
            guest with { Person = new PersonId("nobody-knows") },
        ]);
        var plenary = scene.Plenary with { Rules = scene.Plenary.Rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) } } };
        foreach (var (name, committee) in new[] { ("plenary", plenary), ("board", scene.Board) })
        {
            var own = meeting with { Committee = committee.Id };
            yield return Replaced("replies-counts-" + name, "RepliesCard.Counts", RepliesCard.Counts(turn, committee, own, replies));
            foreach (var number in new[] { 1, 2, 999 })
            {
                yield return Replaced($"replies-{name}-{number}", "RepliesCard.Counts", RepliesCard.Names(turn, committee, own, replies, new PageRequest { Number = number }));
            }
        }
    }

    private static IEnumerable<Catalogued> FollowUps(Scene scene)
    {
        const string form = "FollowUpRuleForm.Render", preview = "FollowUpRulePreview.Draw";
        var meeting = scene.Meeting(committee: scene.Plenary);
        foreach (var (name, rule) in new[] { ("none", new FollowUpRule(3)), ("share", Terms), ("least", Terms with { QuorumComparison = Comparison.AtLeast }) })
        {
            var followUp = new FollowUp(meeting.Id, meeting.Day, rule);
            yield return Sent("follow-up-offer-" + name, Preview, FollowUpCard.Message(scene.Reader, scene.Network, scene.Plenary, meeting, followUp, Scene.Now + Duration.FromDays(52)));
            yield return Replaced("follow-up-meeting-" + name, Meeting, MeetingCard.Render(scene.Reader, scene.Network, new Agenda(meeting with { FollowUp = followUp }, scene.Agenda(200).Items), Scene.Now));
        }

        var unnoted = Messages.Get(scene.Reader, Sentence.FollowUpUnnoted, MeetingCard.Title(scene.Reader, scene.Network, meeting));
        yield return Replaced("follow-up-unnoted", Preview, PreviewCard.Render(scene.Reader, scene.Network, Scene.Now, Draft(scene) with { FollowsUp = meeting.Id }, Draft(scene).Complete!, unnoted));
        var drafted = Draft(scene) with { FollowsUp = meeting.Id, Form = FormReference.About("f-1") };
        var late = Draft(scene).Complete! with { Day = Today.PlusDays(1), FollowUp = new FollowUp(meeting.Id, meeting.Day, Terms) };
        yield return Replaced("follow-up-by-chair", Preview, PreviewCard.Render(scene.Reader, scene.Network, Scene.Now, drafted, late, isByChair: true) with
        {
            Refresh = RefreshFor.Sender(scene.Turn("amina"), drafted.Verbs.Refresh, drafted.ToData()),
        });
        yield return Replaced("follow-up-form", Form, MeetingForm.Render(scene.Reader, scene.Network, drafted with { Day = null }));
        foreach (var code in new[] { RefusalCode.FollowUpNotAllowed, RefusalCode.FollowUpWithoutQuorumRule })
        {
            yield return Replaced("follow-up-" + code, "SentenceCard.Of", SentenceCard.Of(scene.Reader, Refused(scene, code)));
        }

        var own = scene.Turn("katrin");
        var committee = scene.Plenary;
        var unclear = Messages.Get(scene.Reader, Sentence.ElectionRuleUnclear, CardText.Escape(scene.Text("nach Gefühl", 100), LineBreaks.Collapse));
        yield return Replaced("follow-up-rule-form", form, FollowUpRuleForm.Render(own, committee, null, null));
        yield return Replaced("follow-up-rule-form-asked", form, FollowUpRuleForm.Render(own, committee, Terms, Today, unclear, Messages.Get(scene.Reader, Sentence.FollowUpRuleQuorumUnclear)));
        yield return Replaced("follow-up-rule-preview", preview, FollowUpRulePreview.Render(own, new FollowUpRuleDraft(committee.Id, Terms, Today.PlusDays(40))));
        var timeline = committee.Timeline;
        foreach (var month in new[] { 1, 2, 3, 4, 5, 6, 7, 8 })
        {
            timeline = new RulesTimeline([.. timeline.Versions, .. ((Outcome<IReadOnlyList<RulesOfProcedure>>.Done)timeline.SetFollowUps(month % 2 == 1 ? Terms : null, Today.PlusDays(30 * month), Today)).Value]);
        }

        var changing = committee with { Timeline = timeline };
        var turn = own with { Snapshot = own.Snapshot with { Network = With(own.Network, changing) } };
        yield return Said("rules-follow-ups-to-come", "RulesCard.Render", new Answer.Card(RulesCard.Render(turn, changing), committee.Id.Value));
        yield return Replaced("follow-up-rule-preview-before-another", preview, FollowUpRulePreview.Render(
            turn, new FollowUpRuleDraft(committee.Id, new FollowUpRule(3), Today.PlusDays(1)), Messages.Get(scene.Reader, Sentence.RulesOvertaken)));
        yield return Replaced("follow-up-rule-take-back", preview, FollowUpRulePreview.Render(turn, new FollowUpRuleDraft(committee.Id, null, Today.PlusDays(30)) { TakesBack = true }));
    }

    /// <summary>Moved to another day first, then to another place.</summary>
    private static Meeting Moved(Scene scene)
    {
        var first = scene.Meeting();
        var later = Done(new MeetingMove(first.Day.PlusDays(7), first.Start, null, first.Place, scene.Reason), first, scene);
        return Done(new MeetingMove(later.Day, later.Start, null, scene.Text("Volkshochschule, Raum 3", 199), scene.Reason), later, scene);
    }

    private static Meeting Done(MeetingMove move, Meeting meeting, Scene scene) => ((Outcome<Meeting>.Done)move.Of(meeting, scene.Network, new PersonId("katrin"), Scene.Now)).Value;
}
