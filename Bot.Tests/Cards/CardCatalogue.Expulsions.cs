using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.Expulsions;
using Bot.Features.Expulsions.FollowExpulsion;
using Bot.Features.Expulsions.ProceedWith;
using Bot.Features.Expulsions.ProposeExpulsion;
using Bot.Texts;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Expulsions.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Expulsions(Scene scene) => [.. ExpulsionSteps(scene), .. ExpulsionNews(scene)];

    private static IEnumerable<Catalogued> ExpulsionSteps(Scene scene)
    {
        var turn = scene.Turn("katrin");
        var expulsion = ExpulsionOf(scene, ExpulsionState.Proposed);
        var draft = new ExpulsionDraft(expulsion.Name, expulsion.Organization.Value, expulsion.Reasons, 14) { SaysHeard = true };
        yield return Replaced("expulsion-form", "ChangeCard.Form", ExpulsionCards.Form(turn, draft, Refused(scene, RefusalCode.TextTooLong, Expulsion.ReasonsLimit)));
        var line = ExpulsionWords.Escaped(expulsion.Reasons);
        yield return Replaced(
            "expulsion-preview", "ChangeCard.Preview",
            ExpulsionCards.Preview(turn, draft, new ExpulsionPlan.Ready(expulsion, [line], [Messages.Get(scene.Reader, Sentence.ExpulsionHint)]), Messages.Get(scene.Reader, Sentence.SetupOvertaken)));
        var fields = new StepFields(scene.Text("Wir sehen das anders.", 500), "2026-11-23");
        foreach (var type in new[] { typeof(AnswerExpulsion), typeof(RecordHearing), typeof(ConsultOnExpulsion), typeof(WaiveOnExpulsion), typeof(WithdrawExpulsion) })
        {
            var step = (ExpulsionStep)RuntimeHelpers.GetUninitializedObject(type);
            var creator = type == typeof(WaiveOnExpulsion) || type == typeof(WithdrawExpulsion) ? "ReasonQuestion.Draw" : type.Name + ".Card";
            yield return Replaced($"expulsion-{type.Name}", creator, step.Card(turn, expulsion, fields, Refused(scene, RefusalCode.TextTooLong, Expulsion.StatementLimit)));
            yield return Replaced($"expulsion-{type.Name}-voting", creator, step.Card(turn, expulsion with { State = ExpulsionState.Voting }, fields));
        }
    }

    private static IEnumerable<Catalogued> ExpulsionNews(Scene scene)
    {
        var proposed = ExpulsionOf(scene, ExpulsionState.Proposed);
        const string sentence = "SentenceCard.Of";
        yield return Sent("expulsion-invitation", sentence, ExpulsionMessages.Invitation(scene.Reader, scene.Network, proposed, proposed.AnswerBy));
        yield return Sent("expulsion-invitation-late", sentence, ExpulsionMessages.Invitation(scene.Reader, scene.Network, proposed, proposed.AnswerBy.PlusDays(1)));
        yield return Sent("expulsion-reminder", sentence, ExpulsionMessages.Reminder(scene.Reader, proposed));
        yield return Sent("expulsion-arrived", sentence, ExpulsionMessages.Proposed(scene.Reader, scene.Network, proposed, isReachable: false));
        yield return Sent("expulsion-heard", sentence, ExpulsionMessages.Heard(scene.Reader, proposed, proposed.Hearing!));
        yield return Sent("expulsion-passed", sentence, ExpulsionMessages.Passed(scene.Reader, proposed));
        yield return Sent("expulsion-unadvised", sentence, ExpulsionMessages.Unadvised(scene.Reader, proposed));
        foreach (var state in System.Enum.GetValues<ExpulsionState>())
        {
            yield return Sent($"expulsion-outcome-{state}", sentence, ExpulsionMessages.Outcome(scene.Reader, scene.Network, ExpulsionOf(scene, state), coordinates: false, acts: false));
        }

        foreach (var (kind, recommendation, hearing) in new[]
        {
            (MotionKind.ExpulsionRecommendation, Recommendation.None, HearingKind.Written), (MotionKind.Expulsion, Recommendation.For, HearingKind.Oral), (MotionKind.Expulsion, Recommendation.Against, HearingKind.Declined),
            (MotionKind.Expulsion, Recommendation.None, HearingKind.Unanswered),
        })
        {
            foreach (var withheld in new[] { 0, 3 })
            {
                var view = MotionView(scene, kind, 1);
                view = view with
                {
                    Record = view.Record with { Motion = view.Record.Motion with { Text = proposed.Reasons, Hearing = string.Empty } },
                    Expulsion = ExpulsionOf(scene, ExpulsionState.Voting) with
                    {
                        Recommendation = recommendation, BoardTally = withheld > 0 ? new Tally(0, 0, 0, 0, null, 3, 0, withheld) : new Tally(2, 1, 0, 0, null, 3, 0), Hearing = proposed.Hearing! with { Kind = hearing },
                        Waiver = recommendation == Recommendation.None ? new RecommendationWaiver(new PersonId("katrin"), Scene.Now, scene.Text("eilig", 500)) : null,
                    },
                };
                yield return Ballot(scene, $"expulsion-ballot-{kind}-{recommendation}-{withheld}", view, Sentence.BallotLead);
            }
        }
    }

    private static Expulsion ExpulsionOf(Scene scene, ExpulsionState state) => new()
    {
        Id = new ExpulsionId(new string('e', 32)),
        Organization = scene.Network.Organizations[0].Id,
        Name = scene.Network.Organizations[0].Name,
        ProposedBy = new PersonId("amina"),
        ProposedAt = Scene.Now,
        Reasons = scene.Text("Sie tritt gegen unsere Grundsätze auf.", Expulsion.ReasonsLimit),
        AnswerBy = new LocalDate(2026, 12, 7),
        State = state,
        Hearing = new Hearing(HearingKind.Written, new LocalDate(2026, 12, 1), scene.Text("Wir sehen das anders.", Expulsion.StatementLimit), new PersonId("amina"), Scene.Now),
        Resolution = state is ExpulsionState.Expelled or ExpulsionState.Kept or ExpulsionState.Undecided ? "2026-07" : null,
        End = state == ExpulsionState.Withdrawn ? new Withdrawal(new PersonId("amina"), Scene.Now, scene.Text("Geklärt.", Voiding.ReasonLimit)) : null,
    };
}
