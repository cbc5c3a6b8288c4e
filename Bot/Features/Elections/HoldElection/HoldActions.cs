using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Elections.HoldElection;

/// <summary>[Wahl eröffnen]: asks first.</summary>
internal sealed class AskStartAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.AskStart;

    /// <inheritdoc/>
    protected override bool IsLeading => true;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election;

    /// <inheritdoc/>
    protected override AdaptiveCard? Question(Turn turn, Election election) =>
        election.State == ElectionState.Nominating ? ElectionQuestionCard.Start(turn.Reader, turn.Network, election) : null;
}

/// <summary>[Jetzt eröffnen]: the first round begins before the deadline for names.</summary>
internal sealed class StartAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.Start;

    /// <inheritdoc/>
    protected override bool IsLeading => true;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election.OpenFirst(election.Standing(turn.Network), turn.Now, election.VoteUntil);
}

/// <summary>[Wahl absagen]: asks first.</summary>
internal sealed class AskCancelAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.AskCancel;

    /// <inheritdoc/>
    protected override bool IsLeading => true;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election;

    /// <inheritdoc/>
    protected override AdaptiveCard? Question(Turn turn, Election election) =>
        election.Cancel() is Outcome<Election>.Done && election.State != ElectionState.Cancelled ? ElectionQuestionCard.Cancel(turn.Reader, turn.Network, election) : null;
}

/// <summary>[Ja, absagen].</summary>
internal sealed class CancelAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.Cancel;

    /// <inheritdoc/>
    protected override bool IsLeading => true;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election.Cancel();
}

/// <summary>[Stichwahl eröffnen]: the card that asked for it has shown among whom and why.</summary>
internal sealed class RunOffAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.RunOff;

    /// <inheritdoc/>
    protected override bool IsLeading => true;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => turn.Network.Committee(election.Committee) is { } committee
        ? election.OpenRunOff(turn.Now, committee.Rules.BallotClosesAt(turn.Now, turn.Network.Zone))
        : new Refusal(RefusalCode.NobodyElects);
}

/// <summary>[Ohne Stichwahl beenden]: the seats not filled stay empty.</summary>
internal sealed class EndVotingAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.EndVoting;

    /// <inheritdoc/>
    protected override bool IsLeading => true;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election.EndVoting(turn.Now);
}

/// <summary>[Los ziehen]: asks for a witness.</summary>
internal sealed class AskLotAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.AskLot;

    /// <inheritdoc/>
    protected override bool IsLeading => true;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election.AskForLot(sender);
}

/// <summary>[Los bezeugen]: the lot is drawn before the sender, somebody of the committee that votes.</summary>
internal sealed class DrawLotAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.DrawLot;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => Draw(turn, sender, election);

    /// <summary>Draws it, by the machine's own source of chance.</summary>
    public static Outcome<Election> Draw(Turn turn, PersonId sender, Election election)
    {
        if (turn.Network.Committee(election.Committee) is not { } committee || !turn.May(Right.WitnessElectionLot, committee))
        {
            return new Refusal(RefusalCode.LotNeedsWitness);
        }

        var order = election.Pending?.People.ToArray() ?? [];
        RandomNumberGenerator.Shuffle<PersonId>(order);
        return election.DrawLot(sender, order, turn.Now);
    }
}

/// <summary>[Zurück]: the election as it is for the sender.</summary>
internal sealed class ShowElectionAction(ElectionStore elections) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ElectionVerbs.Show;

    /// <inheritdoc/>
    public bool IsView => true;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        AskedBelow.WentBack(turn, form) is { } back ? back
        : form.Id("election") is { } id && await elections.FindAsync(turn.Network.Id, new ElectionId(id), cancellationToken) is { Value: var election } && ElectionFinder.MayKnow(turn, election)
            ? new CardReply.Replace(ElectionCard.Render(turn.Reader, turn.Network, election, ElectionViewer.Of(turn, election)))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.ElectionNotFound)));
}
