using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.HoldElection;

/// <summary>"Wahl eröffnen: Beirat", "Stichwahl: Beirat", "Nächster Sitz: Beirat", "Wahl beenden", "Wahl auslosen", "Los bezeugen", "Wahl absagen": the steps of whoever leads the election, and the witness's.</summary>
internal sealed class HoldElectionCommand(ElectionAnswers answers) : ICommand
{
    private static readonly (string[] Words, string Verb)[] Steps =
    [
        (["eroeffnen", "starten", "start", "open"], ElectionVerbs.AskStart),
        (["absagen", "cancel"], ElectionVerbs.AskCancel),
        (["bezeugen", "witness"], ElectionVerbs.DrawLot),
        (["auslosen", "draw"], ElectionVerbs.AskLot),
        (["beenden", "end"], ElectionVerbs.EndVoting),
        (["stichwahl", "wahlgang", "sitz", "run-off", "runoff", "round", "seat"], ElectionVerbs.RunOff),
    ];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.HoldElection;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var words = CommandText.WordsOf(text.Folded);
        var verb = Steps.FirstOrDefault(step => step.Words.Any(words.Contains)).Verb;
        if (turn.Sender is not { } sender || (verb != ElectionVerbs.DrawLot && !turn.May(Right.HoldElection)))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        return verb switch
        {
            ElectionVerbs.AskStart or ElectionVerbs.AskCancel => await AskAsync(turn, text, verb, cancellationToken),
            ElectionVerbs.DrawLot => await DoAsync(turn, text, election => DrawLotAction.Draw(turn, sender.Id, election), cancellationToken),
            ElectionVerbs.AskLot => await DoAsync(turn, text, election => election.AskForLot(sender.Id), cancellationToken),
            ElectionVerbs.EndVoting => await DoAsync(turn, text, election => election.EndVoting(turn.Now), cancellationToken),
            ElectionVerbs.RunOff => await DoAsync(turn, text, election => RunOff(turn, election), cancellationToken),
            _ => new Answer.Text(Messages.Get(turn.Reader, Sentence.CommandHoldElectionDescription)),
        };
    }

    private static Outcome<Election> RunOff(Turn turn, Election election) => turn.Network.Committee(election.Committee) is { } committee
        ? election.OpenRunOff(turn.Now, committee.Rules.BallotClosesAt(turn.Now, turn.Network.Zone))
        : new Refusal(RefusalCode.NobodyElects);

    private Task<Answer> DoAsync(Turn turn, CommandText text, Func<Election, Outcome<Election>> decide, CancellationToken cancellationToken) =>
        answers.DoAsync(turn, text.Raw, election => election.Pending is not null, decide, cancellationToken);

    private async Task<Answer> AskAsync(Turn turn, CommandText text, string verb, CancellationToken cancellationToken)
    {
        var (meant, otherwise) = await answers.OneAsync(turn, text.Raw, election => election.State == ElectionState.Nominating || (verb == ElectionVerbs.AskCancel && election.State == ElectionState.Deciding), cancellationToken);
        return meant is null ? otherwise : ElectionAnswers.Card(verb == ElectionVerbs.AskStart
            ? ElectionQuestionCard.Start(turn.Reader, turn.Network, meant)
            : ElectionQuestionCard.Cancel(turn.Reader, turn.Network, meant));
    }
}
