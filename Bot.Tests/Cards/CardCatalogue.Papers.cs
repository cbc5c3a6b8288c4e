using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using Bot.Features.Ballots.CastVote;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Papers of every form, and what they came to.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Papers(Scene scene)
    {
        foreach (var (name, kind, form, own) in PaperScenes())
        {
            var view = PaperView(scene, kind, form);
            yield return Ballot(scene, $"paper-{name}", view with { Turnout = (3, 300) }, Sentence.BallotLead, Everybody(scene));
            yield return Ballot(scene, $"paper-{name}-own", view with { Own = Line("amina", EntitlementReason.CommitteeMember, null) with { Paper = new BallotPaper(own), CastBy = new PersonId("amina") }, MayClose = true }, null);
            yield return Replaced($"paper-{name}-counted", BallotRender, CastVoteReply.Counted(
                scene.Turn("amina"), new CastVoteResult.Counted(view, Line(scene.Network.Organizations[0].Id.Value, EntitlementReason.MemberOrganization, null) with { Paper = new BallotPaper(own), CastBy = new PersonId("amina") }, IsNew: true)));
            var count = new BallotCount([new PaperPile(new BallotPaper(own), 7), new PaperPile(new BallotPaper(BallotPaper.Blank), 2)], 9, 12, form is PaperForm.Ranking ? 10 : null, 1);
            yield return Ballot(scene, $"paper-{name}-result", view with { Record = view.Record with { Count = count } }, Sentence.ResultLead);
        }

        var secret = PaperView(scene, MotionKind.Election, new PaperForm.Choice(5, 3));
        secret = secret with { Record = secret.Record with { Ballot = secret.Record.Ballot with { Secrecy = BallotSecrecy.Secret } } };
        var line = Line("amina", EntitlementReason.CommitteeMember, null) with { CastBy = new PersonId("amina") };
        yield return Replaced("paper-secret-counted", BallotRender, CastVoteReply.Counted(scene.Turn("amina"), new CastVoteResult.Counted(secret, line, IsNew: true)));
        yield return Ballot(scene, "paper-secret-for", secret with { Own = line with { Voter = new VoterId(scene.Network.Organizations[0].Id.Value), Reason = EntitlementReason.MemberOrganization } }, null);
        yield return Ballot(scene, "paper-withheld", secret with { Record = secret.Record with { Count = new BallotCount([], 4, 3, null, 0) } }, Sentence.ResultLead);
        VoterId[] voters = [.. scene.Network.Organizations.Select(organization => new VoterId(organization.Id.Value))];
        yield return Replaced("paper-for-whom", "CastVoteReply.AskVoter", CastVoteReply.AskVoter(scene.Turn("amina"), new CastVoteResult.AskVoter(secret, voters), PageRequest.First));
    }

    private static IEnumerable<(string Name, MotionKind Kind, PaperForm Form, string Own)> PaperScenes()
    {
        yield return ("one", MotionKind.Election, new PaperForm.Choice(3, 1), "2");
        yield return ("one-of-30", MotionKind.Election, new PaperForm.Choice(30, 1), "30");
        yield return ("some-of-30", MotionKind.Election, new PaperForm.Choice(30, 30), string.Join(',', Enumerable.Range(1, 30)));
        yield return ("marks", MotionKind.Election, new PaperForm.Marking(3, 2), "yna");
        yield return ("marks-of-30", MotionKind.Election, new PaperForm.Marking(30, 30), new string('a', 30));
        yield return ("dates", MotionKind.Poll, new PaperForm.Marking(4, 4), "ymny");
        yield return ("dates-of-30", MotionKind.Poll, new PaperForm.Marking(30, 30), new string('m', 30));
        yield return ("order", MotionKind.Poll, new PaperForm.Ranking(3), "2>3>1");
        yield return ("order-of-12", MotionKind.Poll, new PaperForm.Ranking(12), string.Join('>', Enumerable.Range(1, 12)));
        yield return ("order-of-30", MotionKind.Poll, new PaperForm.Ranking(30), string.Join('>', Enumerable.Range(1, 30)));
    }

    private static BallotView PaperView(Scene scene, MotionKind kind, PaperForm form)
    {
        var options = form switch { PaperForm.Choice choice => choice.Options, PaperForm.Ranking ranking => ranking.Options, PaperForm.Marking marking => marking.Options, _ => 0 };
        var ballot = new Ballot(new BallotId("00000000000000000000000000000000-paper"), Scene.Now - Duration.FromDays(1), Scene.Now + Duration.FromDays(6), MajorityRule.Default, null) { Form = form };
        var motion = new Motion(kind, scene.Plenary.Id, scene.Text("Beirat", Person.NameLimit), "case")
        {
            Options = [.. Enumerable.Range(1, options).Select(number => scene.Text($"Amina Haddad {number}", Person.NameLimit))],
        };
        return new BallotView(scene.Network, new BallotRecord(ballot, motion, null), null);
    }
}
