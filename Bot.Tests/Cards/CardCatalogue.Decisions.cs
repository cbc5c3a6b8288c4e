using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Features.Admissions.Apply;
using Bot.Features.Admissions.FollowAdmission;
using Bot.Features.Admissions.WaiveRecommendation;
using Bot.Domain.Rotas;
using Bot.Features.Register;
using Bot.Features.Register.CorrectResolution;
using Bot.Features.Register.FollowResolution;
using Bot.Features.Register.ListResolutions;
using Bot.Features.Register.RemindOwners;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Admissions and the register.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Register(Scene scene)
    {
        var heading = Messages.Get(scene.Reader, Sentence.ResolutionsHeading);
        var asked = scene.Text("2026 Demokratiefest", 200);
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            var card = ResolutionCard.Render(scene.Turn("amina"), heading, [new ResolutionView(Entry(scene, 7, verdict))], string.Empty, PageRequest.First);
            yield return Said($"resolution-{verdict}", "ResolutionCard.Card", new Answer.Card(card, heading));
        }

        var secret = Entry(scene, 8, Verdict.Rejected) with { Tally = new Tally(0, 0, 0, 16, 12, 20, 1, Withheld: 4), Recommendation = Recommendation.For };
        yield return Said("resolution-withheld", "ResolutionCard.Card", new Answer.Card(ResolutionCard.Render(scene.Turn("amina"), heading, [new ResolutionView(secret)], string.Empty, PageRequest.First), heading));

        var many = Enumerable.Range(1, scene.Writing == Writing.Usual ? 23 : 1000).Reverse().Select(number => new ResolutionView(Entry(scene, number, Verdict.Accepted))).ToList();
        foreach (var number in new[] { 1, 2, 999 })
        {
            var card = ResolutionCard.Render(scene.Turn("amina"), heading, many, asked, new PageRequest { Number = number });
            yield return Said($"resolutions-{number}", "ResolutionCard.Card", new Answer.Card(card, heading));
        }

        foreach (var card in Followed(scene))
        {
            yield return card;
        }
    }

    /// <summary>What becomes of resolutions, and corrections.</summary>
    private static IEnumerable<Catalogued> Followed(Scene scene)
    {
        var turn = scene.Turn("katrin");
        var note = scene.Text("Der Saal ist angefragt.", ResolutionFollowUp.NoteLimit);
        ResolutionView View(int number, ResolutionState state, LocalDate? due) => new(Entry(scene, number, Verdict.Accepted) with { Corrects = number == 3 ? new ResolutionNumber(2026, 1) : null, Reason = scene.Text("Zahlendreher", ResolutionCorrection.ReasonLimit) })
        {
            CorrectedBy = number == 2 ? [new ResolutionNumber(2026, 9), new ResolutionNumber(2026, 11)] : [],
            FollowUp = new ResolutionFollowUp(new ResolutionNumber(2026, number), scene.Plenary.Id) { Owner = number % 2 == 0 ? RotaHost.Of(scene.Network.Organizations[0].Id) : null, Due = due, State = state, Note = note },
        };

        var one = View(2, ResolutionState.InProgress, new LocalDate(2026, 11, 1));
        var heading = Messages.Get(scene.Reader, Sentence.ResolutionHeading, "2026-02");
        foreach (var (number, state) in new[] { (1, ResolutionState.Done), (2, ResolutionState.InProgress), (3, ResolutionState.Open) })
        {
            var view = View(number, state, number == 1 ? null : new LocalDate(2027, 4, 3));
            yield return Said(
                $"resolution-followed-{number}", "ResolutionCard.Card",
                new Answer.Card(ResolutionCard.Render(turn, heading, [view], string.Empty, PageRequest.First, [.. FollowUpPart.Buttons(turn, view, isLed: true)]), heading));
            yield return Sent($"resolution-reminder-{number}", "ReminderCard.Render", ResolutionDueHandler.Message(
                scene.Network, view with { FollowUp = view.FollowUp! with { Due = new LocalDate(2027, 4, 3) } }, new LocalDate(2027, 4, 3).PlusDays((number - 2) * 7), scene.Reader));
        }

        yield return Sent("resolution-escalated", "SentenceCard.Of", ResolutionDueHandler.Escalation(scene.Network, one.Entry, one.FollowUp!, scene.Reader));
        yield return Sent("resolution-escalated-nobody", "SentenceCard.Of", ResolutionDueHandler.Escalation(scene.Network, one.Entry, one.FollowUp! with { Owner = null }, scene.Reader));
        var open = Enumerable.Range(1, scene.Writing == Writing.Usual ? 13 : 300).Select(number => View(number, ResolutionState.Open, new LocalDate(2026, 12, 1).PlusDays(number - 20))).ToList();
        foreach (var number in new[] { 1, 2 })
        {
            var said = Messages.Get(scene.Reader, Sentence.OpenResolutionsHeading, open.Count, 12);
            yield return Said($"open-resolutions-{number}", "ResolutionCard.Card", new Answer.Card(ResolutionCard.RenderOpen(turn, said, open, scene.Text("Beirat", 200), new PageRequest { Number = number }), said));
        }

        yield return Replaced("resolution-assign", "AssignForm.Render", AssignForm.Render(turn, one, new AssignTerms(string.Empty, null), null));
        yield return Replaced(
            "resolution-assign-refused", "AssignForm.Render",
            AssignForm.Render(turn, one, new AssignTerms(scene.Text("Anna", AssignForm.LongestName), new LocalDate(2027, 4, 3)), Refused(scene, RefusalCode.ResolutionOwnerUnknown, scene.Text("Anna", AssignForm.LongestName))));
        yield return Replaced("resolution-correct", "ResolutionCorrectionForm.Render", ResolutionCorrectionForm.Render(turn, one, one.Entry.Text, string.Empty, null));
        yield return Replaced(
            "resolution-correct-refused", "ResolutionCorrectionForm.Render",
            ResolutionCorrectionForm.Render(
                turn, one, scene.Text("Wir fördern das Fest.", ResolutionCorrection.TextLimit), scene.Text("Zahlendreher", ResolutionCorrection.ReasonLimit), Refused(scene, RefusalCode.TextTooLong, ResolutionCorrection.TextLimit)));
    }

    private static ResolutionEntry Entry(Scene scene, int number, Verdict verdict) => new(
        ResolutionNumber.Parse($"2026-{number:00}"),
        Messages.Get(Reader.German, Sentence.ResolutionAdmissionTitle, scene.Applicant),
        Messages.Get(Reader.German, Sentence.ResolutionAdmissionText, scene.Applicant),
        scene.Plenary.Id,
        verdict,
        number % 2 == 0 ? new Tally(10, 3, 2, 5, null, 20, 1) : new Tally(150, 30, 20, 100, 250, 300, 12),
        MajorityRule.Default.ToCode(),
        new LocalDate(2026, 11, 20),
        Scene.Now,
        "admission-x",
        string.Empty,
        string.Empty);

    private static IEnumerable<Catalogued> Admissions(Scene scene)
    {
        const string form = "ApplicationForm.Render";
        yield return Replaced("application-guest", form, ApplicationForm.Render(scene.Turn("stranger"), scene.Applicant, null));
        yield return Replaced("application-empty", form, ApplicationForm.Render(scene.Turn("stranger"), string.Empty, null));
        yield return Replaced("application-coordinator", form, ApplicationForm.Render(scene.Turn("katrin"), scene.Applicant, null));
        yield return Replaced("application-coordinator-2", form, ApplicationForm.Render(scene.Turn("katrin"), scene.Applicant, null, new NodaTime.LocalDate(2027, 1, 1), new PageRequest { Number = 2 }));
        yield return Replaced("application-room", form, ApplicationForm.Render(scene.Turn("katrin", "19:x@thread.v2"), scene.Applicant, null));
        foreach (var (code, details) in new (RefusalCode, object[])[]
        {
            (RefusalCode.AlreadyMember, [scene.Network.Organizations[0].Name, new LocalDate(2024, 3, 12)]),
            (RefusalCode.ApplicantMissing, []),
            (RefusalCode.TextTooLong, [Admission.NameLimit]),
        })
        {
            yield return Replaced($"application-{code}", form, ApplicationForm.Render(scene.Turn("katrin"), scene.Applicant, Refused(scene, code, details)));
        }

        yield return Sent("application-arrived", "SentenceCard.Of", AdmissionPosts.Application(scene.Reader, scene.Network, Case(scene, AdmissionState.Applied), isNoted: true));
        yield return Sent("board-recommends-nothing", "SentenceCard.Of", AdmissionPosts.Unadvised(scene.Reader, Case(scene, AdmissionState.Consulting)));
        foreach (var state in new[] { AdmissionState.Applied, AdmissionState.Consulting })
        {
            var reason = scene.Text("Der Beirat ist verreist.", Voiding.ReasonLimit);
            yield return Replaced($"waive-{state}", "ReasonQuestion.Draw", WaiveCard.Render(scene.Turn("katrin"), Case(scene, state)));
            yield return Replaced(
                $"waive-{state}-refused", "ReasonQuestion.Draw", WaiveCard.Render(scene.Turn("katrin"), Case(scene, state), reason, Refused(scene, RefusalCode.TextTooLong, Voiding.ReasonLimit)));
        }

        foreach (var state in new[] { AdmissionState.Member, AdmissionState.Rejected, AdmissionState.Undecided })
        {
            yield return Sent($"outcome-{state}", "SentenceCard.Of", AdmissionPosts.Outcome(scene.Reader, scene.Network, Case(scene, state), new PersonId("samira"), null));
            yield return Sent($"outcome-{state}-others", "SentenceCard.Of", AdmissionPosts.Outcome(scene.Reader, scene.Network, Case(scene, state), new PersonId("katrin"), null));
        }
    }

    private static Admission Case(Scene scene, AdmissionState state, Recommendation? recommendation = null) => new()
    {
        Id = new AdmissionId("0a1b2c3d4e5f60718293a4b5c6d7e8f9"),
        Applicant = scene.Applicant,
        Representative = new PersonId("samira"),
        AppliedBy = new PersonId("katrin"),
        AppliedAt = Scene.Now,
        State = state,
        Recommendation = recommendation,
        BoardTally = recommendation switch
        {
            null => null,
            Recommendation.For => new Tally(2, 0, 1, 0, null, 3, 0),
            Recommendation.Against => new Tally(0, 2, 1, 0, null, 3, 0),
            _ => new Tally(0, 0, 0, 3, null, 3, 0),
        },
        Resolution = state is AdmissionState.Member or AdmissionState.Rejected or AdmissionState.Undecided ? "2026-07" : null,
    };
}
