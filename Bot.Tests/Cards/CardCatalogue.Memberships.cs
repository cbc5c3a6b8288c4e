using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Features.Admissions;
using Bot.Features.Admissions.EndApplication;
using Bot.Features.Admissions.Introduce;
using Bot.Features.Admissions.TakeEffect;
using Bot.Features.Memberships.ChangeMembership;
using Bot.Features.Memberships.ListCases;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>What becomes of memberships.</content>
internal static partial class CardCatalogue
{
    private static readonly int[] CasePages = [1, 2, 999];

    private static IEnumerable<Catalogued> Memberships(Scene scene)
    {
        var own = scene.Turn("katrin");
        var organization = scene.Network.Organizations[0];
        var words = scene.Text("Brief vom 3.11.", 300);
        var fields = new MembershipFields(scene.Text(organization.Name, 120), organization.Id.Value, "2026-12-01", "2026-12-31", words);
        var line = CardText.Escape(words, LineBreaks.Collapse);
        var plan = new MembershipPlan.Ready([line, line], organization, line) { Hints = [Messages.Get(scene.Reader, Sentence.SuspendHint)] };
        foreach (var step in typeof(MembershipStep).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(MembershipStep)) && !type.IsAbstract).Select(type => (MembershipStep)RuntimeHelpers.GetUninitializedObject(type)))
        {
            yield return Replaced($"membership-{step.Entry.Name}-form", "ChangeCard.Form", MembershipCards.Form(own, step, fields, Messages.Get(scene.Reader, Sentence.MembershipWhich)));
            yield return Replaced($"membership-{step.Entry.Name}-preview", "ChangeCard.Preview", MembershipCards.Preview(own, step, fields, plan, Messages.Get(scene.Reader, Sentence.SetupOvertaken)));
        }

        var applied = Case(scene, AdmissionState.Applied);
        yield return Replaced("decline", "ReasonQuestion.Draw", DeclineCard.Render(own, applied, scene.Text("Kein Bezug zur Region.", 500), Refused(scene, RefusalCode.TextTooLong, 500)));
        yield return Replaced("withdraw", "WithdrawCard.Render", WithdrawCard.Render(own, applied));
        yield return Replaced("withdraw-voting", "WithdrawCard.Render", WithdrawCard.Render(own, Case(scene, AdmissionState.Voting)));
        var board = scene.Meeting();
        yield return Replaced("introduce", "IntroduceCard.Render", IntroduceCard.Render(own, applied, board));
        yield return Replaced("effect", "EffectCard.Render", EffectCard.Render(own, applied with { EffectiveOn = new LocalDate(2027, 1, 1) }, new LocalDate(2027, 2, 1), Refused(scene, RefusalCode.DayTooFar, new LocalDate(2027, 11, 23))));
        yield return Sent("application-day", "SentenceCard.Of", Bot.Features.Admissions.FollowAdmission.AdmissionPosts.Application(scene.Reader, scene.Network, applied with { EffectiveOn = new LocalDate(2027, 1, 1) }, isNoted: false));
        yield return Sent("declined", "SentenceCard.Of", CardMessage.Of(scene.Reader, SentenceCard.Of(scene.Reader, AdmissionWords.Of(scene.Reader, applied with
        {
            State = AdmissionState.Declined, End = new ApplicationEnd(own.Sender!.Id, Scene.Now, scene.Text("Kein Bezug zur Region.", 500)),
        }))));
        foreach (var number in scene.Writing == Writing.Heaviest ? CasePages : [1])
        {
            var open = System.Enum.GetValues<CaseStage>().SelectMany(stage => Enumerable.Range(0, scene.Writing == Writing.Heaviest ? 40 : 1).Select(count => new OpenCase(scene.Text($"Verein {count}", 120), stage, Scene.Now)
            {
                Until = stage is CaseStage.Leaving or CaseStage.Hearing ? new LocalDate(2026, 12, 31) : null, IntroductionOn = count % 2 == 0 ? new LocalDate(2027, 1, 14) : null, From = stage is CaseStage.Admitted or CaseStage.Applied ? new LocalDate(2027, 1, 1) : null, IsExpulsion = count % 2 == 1 || stage is CaseStage.Hearing or CaseStage.Heard,
            })).ToList();
            yield return Said($"cases-{number}", "ListCasesCommand.Draw", ListCasesCommand.Draw(own, open, new PageRequest { Number = number }));
        }
    }
}
