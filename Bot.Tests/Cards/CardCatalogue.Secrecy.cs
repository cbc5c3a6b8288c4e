using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using Bot.Features.Ballots.CastVote;
using Bot.Texts;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Secret ballots, and ballots that may become secret.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> SecretBallots(Scene scene, BallotView plenary, RollEntry own)
    {
        var secret = With(plenary, plenary.Record.Ballot with { Secrecy = BallotSecrecy.Secret });
        yield return Ballot(scene, "secret-room", secret with { Turnout = (12, 300) }, Sentence.BallotLead, Everybody(scene));
        yield return Ballot(scene, "secret-missing", secret with { Own = own }, Sentence.BallotLead);
        var voted = own with { CastBy = new PersonId("amina") };
        yield return Ballot(scene, "secret-voted", secret with { Own = voted }, null);
        yield return Ballot(scene, "secret-voted-person", secret with { Own = Line("amina", EntitlementReason.CommitteeMember, null) with { CastBy = new PersonId("amina") } }, null);
        yield return Replaced("secret-vote-typed", BallotRender, CastVoteReply.Counted(scene.Turn("amina"), new CastVoteResult.Counted(secret, voted, IsNew: true), isTyped: true));
        var asked = plenary.Record.Ballot with { SecrecyBy = SecrecyRule.OnRequestOf(new Fraction(1, 10)), SecrecyRequests = 29 };
        yield return Ballot(scene, "secrecy-not-reached", With(plenary, asked) with { Turnout = (12, 300) }, Sentence.BallotLead);
        var coming = asked with { Secrecy = BallotSecrecy.OnRequest, OpenedAt = Scene.Now + Duration.FromDays(1) };
        yield return Ballot(scene, "coming-on-request", With(plenary, coming) with { Turnout = (0, 300) }, Sentence.BallotLeadComing);
        yield return Ballot(scene, "coming-on-request-short", With(plenary, coming), Sentence.SecrecyAsked);
        yield return Ballot(scene, "coming-secret", With(plenary, coming with { Secrecy = BallotSecrecy.Secret }), Sentence.BallotLeadComing);
        yield return Ballot(scene, "coming-open", With(plenary, coming with { Secrecy = BallotSecrecy.Open }), Sentence.BallotLeadComing);
    }

    private static BallotView With(BallotView view, Ballot ballot) => view with { Record = view.Record with { Ballot = ballot } };
}
