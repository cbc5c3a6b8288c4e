using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using Bot.Features.Ballots.DeclareConflict;
using Bot.Features.Ballots.ShowRoll;
using Bot.Features.Motions.FollowMotion;
using Bot.Features.Motions.OpenMotion;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Motions: form, preview, what follows; and who may vote.</content>
internal static partial class CardCatalogue
{
    private const string MotionFormRender = "MotionForm.Render", MotionPreviewRender = "MotionPreview.Render";

    private static IEnumerable<Catalogued> Motions(Scene scene) => [.. MotionForms(scene), .. MotionPreviews(scene), .. MotionBallots(scene), .. Rolls(scene), .. Outcomes(scene)];

    private static IEnumerable<Catalogued> MotionForms(Scene scene)
    {
        var turn = MotionTurn(scene, SecrecyRule.OnRequestOf(1));
        yield return Replaced("motion-form-empty", MotionFormRender, MotionForm.Render(turn, new MotionDraft { Form = turn.Form }));
        foreach (var kind in MotionProposal.Kinds)
        {
            var draft = MotionDraftOf(scene, kind).Completed(turn.Network, Scene.Now);
            yield return Replaced($"motion-form-{kind}", MotionFormRender, MotionForm.Render(turn, draft));
            yield return Replaced($"motion-form-{kind}-refused", MotionFormRender, MotionForm.Render(turn, draft, Refused(scene, RefusalCode.DeadlineTooFar, 60, new LocalDate(2027, 1, 22))));
        }

        var chosen = MotionDraftOf(scene, MotionKind.General) with { Conflicted = [.. scene.Network.Organizations.Take(2).Select(organization => new VoterId(organization.Id.Value))] };
        yield return Replaced("motion-form-voters-2", MotionFormRender, MotionForm.Render(turn, chosen, null, "conflicted", new PageRequest { Number = 2 }));
        yield return Replaced("motion-form-committees-2", MotionFormRender, MotionForm.Render(turn, chosen, null, "committee", new PageRequest { Number = 2 }));
        yield return Replaced("motion-form-asks", MotionFormRender, MotionForm.Render(turn, chosen with
        {
            Day = null,
            Unknown = [scene.Text("Verein Unbekannt", 500)],
            Problems = [new AppointmentProblem(AppointmentProblemKind.NoSuchDay, scene.Text("31.2.", 100), [], [])],
        }));
    }

    private static IEnumerable<Catalogued> MotionPreviews(Scene scene)
    {
        foreach (var (name, rule) in new[] { ("open", SecrecyRule.Never), ("secret", SecrecyRule.Always), ("on-request", SecrecyRule.OnRequestOf(3)) })
        {
            var turn = MotionTurn(scene, rule);
            foreach (var kind in MotionProposal.Kinds)
            {
                yield return Replaced($"motion-preview-{kind}-{name}", MotionPreviewRender, MotionPreview.Draw(turn, MotionDraftOf(scene, kind)));
            }
        }

        var all = MotionDraftOf(scene, MotionKind.General) with
        {
            Mode = BallotMode.Circular,
            Conflicted = [.. scene.Network.Organizations.Skip(1).Select(organization => new VoterId(organization.Id.Value)).Take(40)],
        };
        yield return Replaced("motion-preview-circular", MotionPreviewRender, MotionPreview.Draw(MotionTurn(scene, SecrecyRule.Never), all));
    }

    private static IEnumerable<Catalogued> MotionBallots(Scene scene)
    {
        foreach (var kind in MotionProposal.Kinds.Append(MotionKind.Expulsion))
        {
            var view = MotionView(scene, kind, 1) with { Own = Line(scene.Network.Organizations[0].Id.Value, EntitlementReason.MemberOrganization, null), MayClose = true };
            yield return Ballot(scene, $"motion-ballot-{kind}", view, Sentence.BallotLead);
            yield return Ballot(scene, $"motion-result-{kind}", view with { Record = view.Record with { Result = Result(Verdict.Accepted), Resolution = "2026-07" } }, Sentence.ResultLead);
        }

        var circular = MotionView(scene, MotionKind.General, 1);
        var ballot = circular.Record.Ballot with { Mode = BallotMode.Circular };
        yield return Ballot(scene, "motion-ballot-circular", circular with { Record = circular.Record with { Ballot = ballot with { Rule = DecisionRule.Default.Circular } } }, null);
        yield return Ballot(scene, "motion-ballot-circular-own", circular with { Record = circular.Record with { Ballot = ballot } }, null);
        foreach (var reason in Enum.GetValues<EntitlementReason>())
        {
            var own = Line(reason == EntitlementReason.MemberOrganization ? scene.Network.Organizations[0].Id.Value : "amina", reason, null) with { Excluded = Exclusion.ConflictOfInterest };
            yield return Ballot(scene, $"motion-ballot-excluded-{reason}", circular with { Own = own }, null);
        }
    }

    private static IEnumerable<Catalogued> Rolls(Scene scene)
    {
        var turn = scene.Turn("amina");
        var view = MotionView(scene, MotionKind.General, 1);
        RollEntry[] roll =
        [
            .. scene.Network.Electorate(scene.Plenary).Select((entry, number) => entry with { Excluded = number % 7 == 3 ? (Exclusion)(number % 3) : null }),
            RollEntry.Open(new VoterId("dao"), [new PersonId("dao")], EntitlementReason.CommitteeMember),
        ];
        foreach (var number in new[] { 1, 2, 999 })
        {
            yield return Replaced($"roll-{number}", "RollCard.Render", RollCard.Render(turn, view, roll, new PageRequest { Number = number }));
        }

        RollEntry[] own = [roll[0], roll[3], roll[0] with { Voter = new VoterId("amina"), Reason = EntitlementReason.CommitteeMember }, roll[1] with { Paper = VoteOption.Yes, CastBy = new PersonId("amina") }];
        yield return Replaced("conflict", "ConflictCard.Render", ConflictCard.Render(turn, view, own, PageRequest.First));
        yield return Replaced("conflict-many", "ConflictCard.Render", ConflictCard.Render(turn, view, [.. roll, .. own.Skip(2).Take(1)], PageRequest.First));
        var views = Enumerable.Range(1, 30).Select(number => MotionView(scene, MotionKind.Project, number)).ToList();
        foreach (var number in new[] { 1, 2 })
        {
            var page = new PageRequest { Number = number };
            yield return Said($"choose-roll-{number}", "ChooseBallotCard.Render", ChooseBallotCard.Render(turn, views, Sentence.ButtonRoll, BallotVerbs.Roll, CommandTable.Roll, "x", page));
            yield return Said($"choose-conflict-{number}", "ChooseBallotCard.Render", ChooseBallotCard.Render(turn, views, Sentence.ButtonDeclareConflict, BallotVerbs.AskConflict, CommandTable.Conflict, "x", page));
        }
    }

    private static IEnumerable<Catalogued> Outcomes(Scene scene)
    {
        foreach (var kind in new[] { MotionKind.WorkingGroup, MotionKind.WorkingGroupEnd, MotionKind.Expulsion, MotionKind.RulesOfProcedure })
        {
            var record = MotionView(scene, kind, 1).Record with { Result = Result(Verdict.Accepted), Resolution = "2026-07" };
            yield return Replaced($"motion-outcome-{kind}", "SentenceCard.Of", SentenceCard.Of(scene.Reader, MotionPosts.ForCoordinator(scene.Reader, scene.Network, record)));
            yield return Replaced($"motion-outcome-{kind}-told", "SentenceCard.Of", SentenceCard.Of(scene.Reader, MotionPosts.ForExpelled(scene.Reader, scene.Network, record)));
        }
    }

    private static MotionDraft MotionDraftOf(Scene scene, MotionKind kind) => new()
    {
        Kind = kind,
        Committee = scene.Plenary.Id,
        Title = Lettered(scene, "Sollen wir uns am Demokratiefest beteiligen?", kind == MotionKind.WorkingGroup ? MotionProposal.NameLimit : MotionProposal.TitleLimit),
        Text = scene.Text("Wir stellen einen Stand und stellen zwei Leute.", MotionProposal.TextLimit),
        Group = kind == MotionKind.WorkingGroupEnd ? scene.Network.Committees.FirstOrDefault(committee => committee.Kind == CommitteeKind.WorkingGroup)?.Id : null,
        Remit = kind != MotionKind.WorkingGroup ? new RemitDraft() : new RemitDraft
        {
            Text = scene.Text("Abende für Demokratie planen", Remit.TextLimit),
            Speaker = scene.Network.People[0].Id,
            Others = [.. scene.Network.People.Skip(1).Take(MotionProposal.MostFirstMembers).Select(person => person.Id)],
            Until = new LocalDate(2027, 12, 31),
            ReportDue = new LocalDate(2027, 3, 31),
            ReportMonths = 6,
            IsOpen = true,
        },
        Day = new LocalDate(2026, 11, 30),
        Time = new LocalTime(12, 0),
        Form = new FormReference(new string('a', 32), 0),
    };

    /// <summary>The worst words, with a letter among them, without which nothing is asked.</summary>
    private static string Lettered(Scene scene, string usual, int limit) => scene.Writing == Writing.Usual ? usual : scene.Text(usual, limit - 1) + "x";

    private static Turn MotionTurn(Scene scene, SecrecyRule secrecy)
    {
        var decisions = MotionProposal.Kinds.ToImmutableDictionary(kind => kind, _ => DecisionRule.Default with { Secrecy = secrecy, ConcernedVotes = false });
        var network = scene.Network with
        {
            Committees = [.. scene.Network.Committees.Select(committee => committee with { Rules = committee.Rules with { Decisions = decisions } })],
        };
        var turn = scene.Turn("katrin");
        return turn with { Snapshot = turn.Snapshot with { Network = network } };
    }

    private static BallotView MotionView(Scene scene, MotionKind kind, int number)
    {
        var draft = MotionDraftOf(scene, kind);
        var motion = new Motion(kind, scene.Plenary.Id, kind == MotionKind.Expulsion ? scene.Network.Organizations[0].Name : draft.Title, "case") { Text = draft.Text, Hearing = kind == MotionKind.Expulsion ? Lettered(scene, "Am 2. November im Rathaus, mündlich.", 300) : string.Empty, Remit = kind == MotionKind.WorkingGroup ? draft.Remit.Complete : null, FirstMembers = draft.Remit.Others };
        var ballot = new Ballot(new BallotId($"{number:00000000000000000000000000000000}"), Scene.Now - Duration.FromDays(1), Scene.Now + Duration.FromDays(6), MajorityRule.Default, null);
        return new BallotView(scene.Network, new BallotRecord(ballot, motion, null), null);
    }
}
