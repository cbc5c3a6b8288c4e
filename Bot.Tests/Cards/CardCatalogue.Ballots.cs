using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using Bot.Features.Ballots.CastVote;
using Bot.Features.Ballots.CloseBallot;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Ballots and votes.</content>
internal static partial class CardCatalogue
{
    private const string BallotRender = "BallotCard.Render";

    private static IEnumerable<Catalogued> Ballots(Scene scene)
    {
        var board = View(scene, MotionKind.AdmissionRecommendation);
        yield return Ballot(scene, "ballot-board-room", board with { Turnout = (1, 3) }, Sentence.BallotLead, Everybody(scene));
        yield return Ballot(scene, "ballot-board-missing", board with { Own = Line("amina", EntitlementReason.CommitteeMember, null) }, Sentence.BallotLead);
        yield return Ballot(scene, "ballot-board-voted", board with { Own = Line("amina", EntitlementReason.CommitteeMember, VoteOption.Abstain) }, null);
        yield return Ballot(scene, "ballot-coordinator", board with { OffersVoting = false, MayClose = true }, null);
        foreach (var recommendation in Enum.GetValues<Recommendation>())
        {
            yield return Ballot(scene, $"ballot-plenary-{recommendation}", View(scene, MotionKind.Admission, Case(scene, AdmissionState.Voting, recommendation)) with { Turnout = (12, 300) }, Sentence.BallotLead);
        }

        var waived = Case(scene, AdmissionState.Voting, Recommendation.None) with
        {
            Waiver = new RecommendationWaiver(new PersonId("katrin"), Scene.Now, scene.Text("Der Beirat ist verreist.", Voiding.ReasonLimit)),
        };
        yield return Ballot(scene, "ballot-plenary-waived", View(scene, MotionKind.Admission, waived) with { Turnout = (12, 300) }, Sentence.BallotLead);
        var plenary = View(scene, MotionKind.Admission, Case(scene, AdmissionState.Voting, Recommendation.Against));
        var organization = scene.Network.Organizations[0].Id.Value;
        yield return Ballot(scene, "ballot-plenary-missing", plenary with { Own = Line(organization, EntitlementReason.MemberOrganization, null) }, Sentence.BallotLead);
        yield return Ballot(scene, "ballot-plenary-voted", plenary with { Own = Line(organization, EntitlementReason.MemberOrganization, VoteOption.Yes), MayClose = true }, null);
        yield return Ballot(scene, "ballot-which", plenary, Sentence.WhichBallot);
        yield return Ballot(scene, "ballot-counting", Closed(plenary), null);
        foreach (var card in SecretBallots(scene, plenary, Line(organization, EntitlementReason.MemberOrganization, null)))
        {
            yield return card;
        }

        foreach (var (name, verdict, state, advice) in new[]
        {
            ("accepted", Verdict.Accepted, AdmissionState.Member, Recommendation.For), ("deviates", Verdict.Accepted, AdmissionState.Member, Recommendation.Against),
            ("rejected", Verdict.Rejected, AdmissionState.Rejected, Recommendation.For), ("no-quorum", Verdict.NoQuorum, AdmissionState.Undecided, Recommendation.None),
            ("repeat", Verdict.Repeat, AdmissionState.Undecided, Recommendation.For), ("lot", Verdict.Lot, AdmissionState.Undecided, Recommendation.For),
            ("chair", Verdict.ChairDecides, AdmissionState.Undecided, Recommendation.For),
        })
        {
            var view = View(scene, MotionKind.Admission, Case(scene, state, advice));
            yield return Ballot(scene, "result-" + name, view with { Record = view.Record with { Result = Result(verdict) } }, Sentence.ResultLead);
        }
    }

    private static IEnumerable<Catalogued> Results(Scene scene)
    {
        var view = View(scene, MotionKind.Admission, Case(scene, AdmissionState.Rejected, Recommendation.For));
        foreach (var (name, result) in new[]
        {
            ("withheld", new BallotResult(new Tally(0, 0, 0, 16, 12, 20, 1, Withheld: 4), MajorityRule.Default, Verdict.Rejected, false, null)),
            ("withheld-quorum", (MajorityRule.Default with { Quorum = new Fraction(1, 2) }).Decide(new Tally(0, 0, 0, 16, 12, 20, 1, Withheld: 4)) with { Verdict = Verdict.Accepted }),
            ("objection", (MajorityRule.Default with { OneObjectionBlocks = true }).Decide(new Tally(7, 1, 0, 2, null, 10, 0))),
            ("abstentions-block", (MajorityRule.Default with { AbstentionsBlock = true }).Decide(new Tally(2, 1, 7, 0, 10, 10, 0))),
            ("nobody", MajorityRule.Default.Decide(new Tally(0, 0, 0, 10, null, 10, 0))),
            ("all", (MajorityRule.Default with { Base = MajorityBase.Entitled, Fraction = new Fraction(1, 1), Comparison = Comparison.AtLeast }).Decide(new Tally(10, 0, 0, 0, null, 10, 0))),
        })
        {
            yield return Ballot(scene, "result-" + name, view with { Record = view.Record with { Result = result } }, Sentence.ResultLead);
        }

        foreach (var advice in new[] { Recommendation.For, Recommendation.Against })
        {
            var secretly = Case(scene, AdmissionState.Voting, advice) with { BoardTally = new Tally(0, 0, 0, 0, null, 3, 0, Withheld: 3) };
            yield return Ballot(scene, $"ballot-plenary-advised-in-secret-{advice}", View(scene, MotionKind.Admission, secretly), null);
        }
    }

    private static IEnumerable<Catalogued> Votes(Scene scene)
    {
        var turn = scene.Turn("amina");
        var plenary = View(scene, MotionKind.Admission, Case(scene, AdmissionState.Voting, Recommendation.For));
        var own = Line(scene.Network.Organizations[0].Id.Value, EntitlementReason.MemberOrganization, VoteOption.No);
        yield return Replaced("vote-counted", BallotRender, CastVoteReply.Counted(turn, new CastVoteResult.Counted(plenary, own, IsNew: true)));
        yield return Replaced("vote-counted-already", BallotRender, CastVoteReply.Counted(scene.Turn("katrin"), new CastVoteResult.Counted(plenary, own, IsNew: false)));
        var ended = new Refusal(RefusalCode.VotingClosed, Scene.Now);
        yield return Replaced("vote-too-late", BallotRender, CastVoteReply.Ended(turn, Closed(plenary) with { Own = own }, ended));
        VoterId[] voters = [.. scene.Network.Organizations.Select(organization => new VoterId(organization.Id.Value))];
        var ask = new CastVoteResult.AskVoter(plenary, scene.Writing == Writing.Usual ? voters[..2] : voters);
        yield return Replaced("vote-for-whom", "CastVoteReply.AskVoter", CastVoteReply.AskVoter(turn, ask, PageRequest.First));
        yield return Replaced("vote-for-whom-2", "CastVoteReply.AskVoter", CastVoteReply.AskVoter(turn, ask with { Voters = voters }, new PageRequest { Number = 2 }));
        yield return Replaced("close-question", "CloseBallotCard.Render", CloseBallotCard.Render(turn, plenary with { Turnout = (12, 300) }));

        var open = Enumerable.Range(1, 50).Select(number => View(scene, MotionKind.Admission, Case(scene, AdmissionState.Voting, Recommendation.For), number) with
        {
            Own = own, MayClose = true,
        }).ToList();
        foreach (var number in new[] { 1, 2, 999 })
        {
            var answer = (Answer.Several)BallotPages.OfAsync(
                turn, open, view => Task.FromResult(BallotCard.Render(scene.Reader, view, Scene.Now)), CommandTable.Ballots, string.Empty, new PageRequest { Number = number }).Result;
            yield return Said($"ballots-pager-{number}", "BallotPages.Pager", answer.Parts[^1]);
            yield return Replaced($"ballots-together-{number}", "RunCommandAction.Together", RunCommandAction.Together(scene.Reader, [.. answer.Parts.OfType<Answer.Card>()]));
        }
    }

    private static Catalogued Ballot(Scene scene, string name, BallotView view, Sentence? lead, RefreshCard? refresh = null)
    {
        var card = BallotCard.Render(scene.Reader, view, Scene.Now, lead is { } sentence ? Messages.Get(scene.Reader, sentence) : null) with { Refresh = refresh };
        return Sent(name, BallotRender, CardMessage.Of(scene.Reader, card));
    }

    /// <summary>The most people a card may name whose clients ask for it, with ids as long as Teams makes them.</summary>
    private static RefreshCard Everybody(Scene scene)
    {
        var people = Enumerable.Range(1, CardLimits.RefreshUsers).Select(number => new PersonId($"{number:0000}")).ToList();
        var accounts = people.ToDictionary(person => person, person => new Account("29:" + person.Value + new string('x', 90), null));
        return BallotRefresh.Everybody(scene.Snapshot with { Accounts = accounts }, View(scene, MotionKind.Admission).Record.Ballot.Id, [RollEntry.Open(new VoterId("1"), [.. people], EntitlementReason.MemberOrganization)]);
    }

    private static BallotView View(Scene scene, MotionKind kind, Admission? admission = null, int number = 1)
    {
        var committee = kind == MotionKind.Admission ? scene.Plenary : scene.Board;
        var ballot = new Ballot(new BallotId($"{number:00000000000000000000000000000000}-plenary"), Scene.Now - Duration.FromDays(1), Scene.Now + Duration.FromDays(6), MajorityRule.Default, null);
        return new BallotView(scene.Network, new BallotRecord(ballot, new Motion(kind, committee.Id, scene.Applicant, "case"), null), admission);
    }

    private static BallotView Closed(BallotView view) => view with { Record = view.Record with { Ballot = view.Record.Ballot with { ClosedAt = Scene.Now } } };

    private static RollEntry Line(string voter, EntitlementReason reason, VoteOption? vote) =>
        RollEntry.Open(new VoterId(voter), [new PersonId("amina")], reason) with { Paper = vote, CastBy = vote is null ? null : new PersonId("amina") };

    private static BallotResult Result(Verdict verdict) => new(
        verdict == Verdict.NoQuorum ? new Tally(12, 5, 3, 25, 20, 45, 1) : verdict == Verdict.Accepted ? new Tally(3, 1, 10, 6, null, 20, 2) : new Tally(5, 5, 0, 10, null, 20, 0),
        verdict == Verdict.NoQuorum ? MajorityRule.Default with { Quorum = new Fraction(1, 2) } : MajorityRule.Default,
        verdict,
        ManyAbstentions: verdict == Verdict.Accepted,
        QuorumHeld: verdict switch { Verdict.NoQuorum => false, Verdict.Repeat => true, _ => null });
}
