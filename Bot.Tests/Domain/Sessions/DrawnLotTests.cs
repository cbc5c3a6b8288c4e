using System.Linq;
using Bot.Domain;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Xunit;
using static Bot.Tests.Domain.Sessions.SessionScene;

namespace Bot.Tests.Domain.Sessions;

/// <summary>A lot that was drawn about a show of hands is final for its question and its meeting.</summary>
public class DrawnLotTests
{
    private const string Hall = "Wir mieten den Saal.";

    [Theory]
    [InlineData(Hall, "wir mieten den saal", true, true)]
    [InlineData(Hall, "Wir mieten – den Saal!", true, true)]
    [InlineData(Hall, "Wir mieten den Saal, weil falsch gezählt war", false, true)]
    [InlineData(Hall, "Wir mieten den Saal. Erneut abgestimmt wegen Zählfehler", false, true)]
    [InlineData("We rent the hall", "We rent the hall because of a miscount", false, true)]
    [InlineData(Hall, "Wir mieten den Saal, weil", false, false)] // no reason
    [InlineData(Hall, "Wir mieten den Saal im Mai", false, false)]
    [InlineData(Hall, "Wir mieten", false, false)]
    [InlineData(Hall, "Wir mieten den Garten", false, false)]
    [InlineData("", "weil es so ist", false, false)]
    public void SameQuestion_ByItsWords(string one, string other, bool isSame, bool isSameOrAgain)
    {
        Assert.Equal((isSame, isSameOrAgain), (SameQuestion.Is(one, other), SameQuestion.IsOrPutAgain(one, other)));
        Assert.Equal((isSame, isSameOrAgain), (SameQuestion.Is(other, one), SameQuestion.IsOrPutAgain(other, one)));
    }

    [Fact]
    public void Undo_OfADrawnLotOrItsDecision_IsRefused_BeforeItIsDrawnItIsNot()
    {
        var scene = Scene();
        var decision = Decide(scene, Hall, 1, 1);
        var named = scene.Take(scene.Session.NameWitness(decision, Ben, scene.Act())).Entry.Number;
        Assert.IsType<Outcome<SessionStep>.Done>(scene.Session.Undo(named, scene.Act()));
        Assert.IsType<Outcome<SessionStep>.Done>(scene.Session.Undo(decision, scene.Act()));
        var drawn = scene.Take(scene.Session.DrawLot(decision, () => Verdict.Rejected, scene.Act(Ben))).Entry.Number;
        foreach (var number in new[] { decision, named, drawn })
        {
            Assert.Equal(RefusalCode.LotStands, Why(scene.Session.Undo(number, scene.Act())));
            Assert.Equal(RefusalCode.LotStands, Why(scene.Session.Undo(number, scene.Act(Katrin))));
        }

        Assert.Equal(Verdict.Rejected, scene.Session.Record.Decisions.Single().Verdict);
        var note = scene.Take(scene.Session.Note("x", scene.Act())).Entry.Number;
        scene.Take(scene.Session.Undo(note, scene.Act())); // what came after it can be
    }

    [Fact]
    public void Undo_OfWhatTheChairDecided_IsNotRefused()
    {
        var scene = Scene(TieRule.ChairDecides);
        var decision = Decide(scene, Hall, 1, 1);
        var decided = scene.Take(scene.Session.DecideTie(decision, Verdict.Accepted, "weil", scene.Act())).Entry.Number;
        scene.Take(scene.Session.Undo(decided, scene.Act()));
        scene.Take(scene.Session.Undo(decision, scene.Act()));
        Decide(scene, Hall, 2, 1);
    }

    [Fact]
    public void Decide_OnAQuestionTheLotDecided_NeedsAReason_AndIsNotDrawnAgain()
    {
        var scene = Scene();
        var decision = Decide(scene, Hall, 1, 1);
        Assert.True(scene.Session.Record.Decisions.Single().IsTieOpen);
        scene.Take(scene.Session.NameWitness(decision, Ben, scene.Act()));
        scene.Take(scene.Session.DrawLot(decision, () => Verdict.Accepted, scene.Act(Ben)));
        var hands = new HandCount(2, 1, 0);
        Assert.Equal(RefusalCode.LotStands, Why(scene.Session.Decide("wir mieten den Saal", hands, Basis(scene), false, scene.Act())));
        Assert.Equal(RefusalCode.LotStands, Why(scene.Session.Decide(Hall, null, Basis(scene), false, scene.Act())));
        var again = Decide(scene, Hall + " Weil falsch gezählt war", 1, 1);
        Assert.Equal(RefusalCode.LotStands, Why(scene.Session.NameWitness(again, Ben, scene.Act())));
        Assert.Equal(RefusalCode.LotStands, Why(scene.Session.DrawLot(again, () => Verdict.Rejected, scene.Act(Ben))));
        Decide(scene, "Wir mieten den Saal, weil eine Stimme fehlte", 2, 1);
        var other = Decide(scene, "Wir mieten den Garten", 1, 1);
        scene.Take(scene.Session.NameWitness(other, Ben, scene.Act()));
    }

    private static SessionScene Scene(TieRule tie = TieRule.Lot) => new SessionScene(MajorityRule.Default with { Tie = tie }).Opened();

    private static DecisionBasis Basis(SessionScene scene) => new(null, 3, scene.Network.Committees[0].Rules.DecisionOn(Bot.Domain.Voting.MotionKind.General).Majority.ToCode());

    private static int Decide(SessionScene scene, string text, int yes, int no) =>
        scene.Take(scene.Session.Decide(text, new HandCount(yes, no, 0), Basis(scene), false, scene.Act())).Entry.Number;
}
