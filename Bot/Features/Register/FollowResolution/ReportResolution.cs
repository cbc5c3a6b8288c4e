using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Records;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.FollowResolution;

/// <summary>"Beschluss 2026-07 erledigt", "Beschluss 2026-07 in Arbeit: Saal ist angefragt".</summary>
internal sealed class ReportResolutionCommand(ReportHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ReportResolution;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => FollowUpText.IsReport(text) ? CommandMatch.Certain : Entry.Match(text);

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (ResolutionQuery.NumberIn(text.Folded) is not { } number)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ResolutionWhich));
        }

        // A colon right after the number does not begin a note.
        var isBefore = FollowUpText.StateIn(text.FoldedBeforeColon) is not null;
        var state = FollowUpText.StateIn(isBefore ? text.FoldedBeforeColon : text.Folded) ?? ResolutionState.Done;
        return await handler.HandleAsync(turn, number, state, isBefore ? text.AfterColon : string.Empty, cancellationToken) switch
        {
            Outcome<ResolutionView>.Done(var view) => new Answer.Text(FollowUpWords.Reported(turn, view)) { Settled = number.ToString() },
            Outcome<ResolutionView>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>[Erledigt] beside a resolution.</summary>
internal sealed class ResolutionDoneAction(ReportHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ResolutionVerbs.Done;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => handler.PressedAsync(turn, form, ResolutionState.Done, cancellationToken);
}

/// <summary>[In Arbeit] beside a resolution.</summary>
internal sealed class ResolutionProgressAction(ReportHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ResolutionVerbs.Progress;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => handler.PressedAsync(turn, form, ResolutionState.InProgress, cancellationToken);
}

/// <summary>Says how far a resolution is.</summary>
internal sealed class ReportHandler(ResolutionChanges changes)
{
    /// <summary>Name of the field for the note.</summary>
    public const string NoteField = "note";

    /// <summary>Does it, for whoever is responsible, leads the committee, or coordinates.</summary>
    public Task<Outcome<ResolutionView>> HandleAsync(Turn turn, ResolutionNumber? number, ResolutionState state, string note, CancellationToken cancellationToken) => changes.ChangeAsync(
        turn, number, (standing, isLed) => standing.Report(turn.Network, state, note, turn.Sender!.Id, isLed), cancellationToken);

    /// <summary>The same for a button.</summary>
    public async Task<CardReply> PressedAsync(Turn turn, CardForm form, ResolutionState state, CancellationToken cancellationToken) =>
        await HandleAsync(turn, ResolutionQuery.NumberIn(form[ResolutionVerbs.NumberField]), state, form[NoteField], cancellationToken) switch
        {
            Outcome<ResolutionView>.Done(var view) => new CardReply.Replace(SentenceCard.Of(turn.Reader, FollowUpWords.Reported(turn, view))) { Settled = view.Entry.Number.ToString() },
            Outcome<ResolutionView>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
