using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Digests;
using Bot.Domain.Meetings;
using Bot.Domain.Records;
using Bot.Domain.Rotas;
using Bot.Domain.Voting;
using Bot.Features.Digests;
using Bot.Features.Meetings.PlanYear;
using Bot.Features.Meetings.ProposeRhythm;
using Bot.Features.Rotas;
using Bot.Features.Rotas.SetRota;
using Bot.Features.Rotas.TellHosts;
using Bot.Features.Rules.SetNotice;
using Bot.Features.Rules.SetRhythm;
using Bot.Features.Rules.SetStandingItems;
using Bot.Features.Rules.ShowRules;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Rhythm, notice period, the year's plan, leading in turn, weekly overviews.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Planning(Scene scene) => [.. Rhythms(scene), .. Plans(scene), .. Hosts(scene), .. Digests(scene)];

    private static IEnumerable<Catalogued> Rhythms(Scene scene)
    {
        var own = scene.Turn("katrin");
        var line = scene.Text("alle zwei Monate am zweiten Dienstag", RhythmCard.LineLimit);
        var asked = Enum.GetValues<RhythmProblemKind>().Select(kind => RhythmCard.Ask(scene.Reader, new RhythmProblem(kind, scene.Text("Vollmond", 300)))).ToArray();
        yield return Replaced("rhythm-coordinator", "RhythmCard.Render", RhythmCard.Render(own, scene.Plenary));
        yield return Replaced("rhythm-member", "RhythmCard.Render", RhythmCard.Render(scene.Turn("amina"), scene.Board));
        yield return Replaced("rhythm-problems", "RhythmCard.Render", RhythmCard.Render(own, scene.Plenary, line, asked));
        var draft = new RhythmDraft(scene.Plenary.Id, "FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE", true, new LocalTime(17, 0), scene.Place, Today.PlusDays(3));
        yield return Replaced("rhythm-preview", "RhythmPreview.Draw", RhythmPreview.Render(own, draft, Messages.Get(scene.Reader, Sentence.RulesOvertaken)));
        yield return Replaced("rhythm-preview-none", "RhythmPreview.Draw", RhythmPreview.Render(own, draft with { Rule = string.Empty }));
        yield return Replaced("notice-form", "NoticePreview.Form", NoticePreview.Form(own, scene.Board, scene.Text("bald", NoticePreview.LineLimit), Messages.Get(scene.Reader, Sentence.NoticeSayCommittee)));
        yield return Replaced("notice-preview", "NoticePreview.Draw", NoticePreview.Render(own, new NoticeDraft(scene.Board.Id, new NoticePeriod(10, NoticeCounting.FromReceipt), Today)));
        foreach (var taken in TakenBack(scene, own))
        {
            yield return taken;
        }

        yield return Replaced("rhythm-preview-vague", "RhythmPreview.Draw", RhythmPreview.Render(own, draft with { Rule = "FREQ=MONTHLY;INTERVAL=2" }));
        yield return Sent("rhythm-hint", "RhythmHint.Message", RhythmHint.Message(scene.Board, new DateInterval(new LocalDate(2027, 2, 1), new LocalDate(2027, 2, 28)), scene.Reader));
        var watch = new QuarterWatch(new Quarter(2026, 4), 4, new LocalDate(2026, 12, 31), new LocalDate(2026, 12, 16));
        yield return Sent("quarter-watch", "QuarterDueHandler.Message", QuarterDueHandler.Message(scene.Network, scene.Plenary, watch, Today, scene.Reader));
    }

    /// <summary>Each part of the rules with a change to come: how it is shown, and how it is taken back.</summary>
    private static IEnumerable<Catalogued> TakenBack(Scene scene, Turn own)
    {
        var day = Today.PlusDays(30);
        var rules = scene.Board.Rules with { Version = 2, EffectiveFrom = day, Notice = new NoticePeriod(21), UsualPlace = scene.Place, UsualStart = new LocalTime(9, 30), StandingItems = new StandingItems([new StandingItem("A")], []) };
        var board = scene.Board with { Timeline = new RulesTimeline([.. scene.Board.Timeline.Versions, rules]) };
        var coming = own with { Snapshot = own.Snapshot with { Network = own.Network with { Committees = [.. own.Network.Committees.Select(committee => committee.Id == board.Id ? board : committee)] } } };
        yield return Replaced("rhythm-to-come", "RhythmCard.Render", RhythmCard.Render(coming, board));
        yield return Replaced("notice-to-come", "NoticePreview.Form", NoticePreview.Form(coming, board, string.Empty));
        yield return Replaced("rules-to-come", "RulesCard.Render", RulesCard.Render(coming, board));
        yield return Replaced("rhythm-take-back", "RhythmPreview.Draw", RhythmPreview.Render(coming, RhythmDraft.TakingBack(board, day, own.Form)));
        yield return Replaced("notice-take-back", "NoticePreview.Draw", NoticePreview.Render(coming, NoticeDraft.TakingBack(board, day, own.Form)));
        yield return Replaced("standing-take-back", "StandingPreview.Draw", StandingPreview.Render(coming, StandingDraft.TakingBack(board, day, own.Form)));
    }

    private static IEnumerable<Catalogued> Plans(Scene scene)
    {
        var own = scene.Turn("katrin");
        var called = new[] { scene.Meeting(), scene.Meeting(committee: scene.Plenary) with { Id = new MeetingId("x"), Day = new LocalDate(2027, 1, 14) } };
        var plan = YearPlan.Of(scene.Network, scene.Network.Committees, 2027, called, Today);
        foreach (var number in scene.Writing == Writing.Heaviest ? new[] { 1, 2, 999 } : [1])
        {
            yield return Replaced($"year-plan-{number}", "YearPlanCard.Render", YearPlanCard.Render(own, plan, 2027, "2027", new PageRequest { Number = number }));
        }

        yield return Replaced("year-plan-member", "YearPlanCard.Render", YearPlanCard.Render(scene.Turn("amina"), YearPlan.Of(scene.Network, [scene.Plenary], 2027, called, Today), 2027, string.Empty, PageRequest.First));
        yield return Replaced("year-plan-empty", "YearPlanCard.Render", YearPlanCard.Render(own, new YearPlan([]), 2027, string.Empty, PageRequest.First));
        yield return Replaced("call-all", "CallAllCard.Render", CallAllCard.Render(own, scene.Network.Committees[2], plan, null, Messages.Get(scene.Reader, Sentence.RulesOvertaken)));
        yield return Replaced("call-all-none", "CallAllCard.Render", CallAllCard.Render(own, scene.Board, plan, null));
        var refused = Messages.Get(scene.Reader, Sentence.CallAllRefused, Appointments.Day(scene.Reader, Today), Refused(scene, RefusalCode.DayTaken, scene.Board.Name, Today, new LocalTime(17, 0)));
        yield return Replaced("call-all-done", "CallAllCard.Done", CallAllCard.Done(own, scene.Board, [.. Enumerable.Repeat(refused, CallAllCard.Most)]));
    }

    private static IEnumerable<Catalogued> Hosts(Scene scene)
    {
        var own = scene.Turn("katrin");
        RotaHost[] people = [.. scene.Network.People.Take(scene.Writing == Writing.Heaviest ? Rota.Most : 3).Select(person => RotaHost.Of(person.Id))];
        var rota = new Rota(scene.Board.Id, people, Scene.Now, new PersonId("katrin"));
        rota = rota.With(new RotaStep(RotaStepKind.Swapped, people[0], Scene.Now, new PersonId("katrin")) { Other = people[1] })
            .With(new RotaStep(RotaStepKind.Skipped, people[1], Scene.Now, new PersonId("katrin")) { Reason = scene.Text("krank", Rota.ReasonLimit) });
        var counts = people.Select((host, place) => new RotaCount(host, place, 1, place != 2)).ToList();
        var view = new RotaView(scene.Board, new Stored<Rota>(rota, default), new RotaState(people, counts), [scene.Meeting() with { Chair = new PersonId("katrin") }]);
        yield return Replaced("rota", "RotaCard.Render", RotaCard.Render(own, view, Messages.Get(scene.Reader, Sentence.RotaIsSet)));
        yield return Replaced("rota-member", "RotaCard.Render", RotaCard.Render(scene.Turn("stranger"), view with { State = new RotaState([], counts), Coming = [] }));
        yield return Replaced("rota-preview", "RotaPreview.Render", RotaPreview.Render(own, scene.Board, people));
        var wish = new SwapWish("5f0c7c1d2b3a4e5f8091a2b3c4d5e6f7", scene.Board.Id, people[0], people[1], new PersonId("katrin"), Scene.Now);
        yield return Sent("swap-question", "RotaDueHandler.Question", CardMessage.Of(scene.Reader, RotaDueHandler.Question(scene.Reader, scene.Network, scene.Board, wish)));
        var expected = new HostTask(scene.Board, Today.PlusDays(40), null, new HashSet<ChecklistPoint>());
        yield return Sent("host-expected", "HostCard.Render", CardMessage.Of(scene.Reader, HostCard.Render(scene.Reader, scene.Network, expected)));
        var leading = expected with { Meeting = scene.Meeting(), Done = Enum.GetValues<ChecklistPoint>().Take(3).ToHashSet() };
        yield return Sent("host-leads", "HostCard.Render", CardMessage.Of(scene.Reader, HostCard.Render(scene.Reader, scene.Network, leading, Messages.Get(scene.Reader, Sentence.ChecklistSaved))));
    }

    private static IEnumerable<Catalogued> Digests(Scene scene)
    {
        var resolution = new ResolutionEntry(
            new ResolutionNumber(2026, 7), scene.Text("Demokratiefest", 200), string.Empty, scene.Plenary.Id, Verdict.Accepted, new Tally(5, 1, 0, 0, null, 6, 0), string.Empty, Today, Scene.Now, string.Empty, string.Empty, string.Empty);
        DigestPoint[] points =
        [
            new DigestPoint.OpenBallot(scene.Text("Aufnahme: Verein Brücke e. V.", 200), Scene.Now),
            new DigestPoint.OwnTask(scene.Text("Raum buchen", 500), Today),
            new DigestPoint.OwnResolution("2026-07", scene.Text("Demokratiefest", 200), Today),
            new DigestPoint.ComingMeeting(scene.Meeting()),
            new DigestPoint.ItemDeadline(scene.Meeting(), Today + new LocalTime(23, 59)),
            new DigestPoint.Result(resolution),
        ];
        yield return Sent("digest", "DigestCard.Render", CardMessage.Of(scene.Reader, DigestCard.Render(scene.Reader, scene.Network, points, isWanted: true)));
        yield return Sent("digest-nothing", "DigestCard.Render", CardMessage.Of(scene.Reader, DigestCard.Render(scene.Reader, scene.Network, [], isWanted: false)));
    }
}
