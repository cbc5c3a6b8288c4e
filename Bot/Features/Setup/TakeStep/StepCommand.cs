using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.TakeStep;

/// <summary>A typed line that sets something up: its preview, or its form with what is asked back.</summary>
internal sealed class StepCommand(SetupStep step) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => step.Entry;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => step.Match(turn, text);

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (StepRight.WhyNot(turn, step) is { } refusal)
        {
            return new Answer.Text(CardText.Escape(refusal));
        }

        var card = await DrawAsync(turn, step, step.Typed(turn, text), cancellationToken);
        return new Answer.Card(card, Messages.Get(turn.Reader, step.Heading));
    }

    /// <summary>The preview of what the fields say, or the form with what is asked back.</summary>
    public static async Task<AdaptiveCard> DrawAsync(Turn turn, SetupStep step, SetupFields fields, CancellationToken cancellationToken) =>
        await step.PlanAsync(turn, fields, cancellationToken) switch
        {
            SetupPlan.Ready ready => StepCards.Preview(turn, step, fields, ready),
            SetupPlan.Asked asked => StepCards.Form(turn, step, fields, asked.Questions),
            SetupPlan.Stands stands => StepCards.Done(turn.Reader, stands.Said),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>Who may take a step, and where.</summary>
internal static class StepRight
{
    /// <summary>Why the sender may not take the step here, in plain text; null when they may.</summary>
    public static string? WhyNot(Turn turn, SetupStep step) => turn.WhyNot(step.IsForRooms ? Right.SetUpInRooms : Right.SetUpNetwork) is { } refusal
        ? RefusalText.Plain(turn, refusal)
        : turn.IsPersonal || step.IsForRooms ? null : Messages.Get(turn.Reader, Sentence.SetupInPrivate);
}
