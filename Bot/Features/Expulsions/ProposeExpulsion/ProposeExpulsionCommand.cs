using System;
using System.Collections.Frozen;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProposeExpulsion;

/// <summary>"Ausschluss beantragen: Verein Brücke, weil …": shows the motion as it would be made. In 1:1 only.</summary>
internal sealed class ProposeExpulsionCommand(ExpulsionStore expulsions) : ICommand
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(["ausschluss", "expulsion"], StringComparer.Ordinal);

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ProposeExpulsion;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <summary>A line that would open a ballot on an expulsion, however it says so, proposes it: there is no such ballot without a case.</summary>
    public int Match(Turn turn, CommandText text) => Entry.Match(text) is > CommandMatch.None and var own ? own : IsBallot(text) ? CommandMatch.Exact : CommandMatch.None;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var refusal = ProposalRight.WhyNot(turn);
        if (refusal is not null)
        {
            return Task.FromResult<Answer>(new Answer.Text(CardText.Escape(refusal)));
        }

        var card = ExpulsionCards.Draw(turn, ExpulsionDraft.Read(Entry.LengthIn(text) == 0 && IsBallot(text) ? text.AfterColon : Entry.RestOf(text)));
        return Task.FromResult<Answer>(new Answer.Card(card, card.FallbackText ?? string.Empty));
    }

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken)
    {
        var late = Messages.Get(turn.Reader, Sentence.EditTooLate);
        return await expulsions.FindAsync(turn.Network.Id, new ExpulsionId(outcome), cancellationToken) is { Value: var expulsion }
            ? ExpulsionWords.Of(turn.Reader, expulsion, turn.LocalNow.Date) + " " + late
            : late;
    }

    private static bool IsBallot(CommandText text) =>
        text.HasColon && !text.FoldedBeforeColon.Contains('?', StringComparison.Ordinal) && CommandText.WordsOf(text.FoldedBeforeColon).Any(Words.Contains) && CommandTable.OpenMotion.Match(text) != CommandMatch.None;
}

/// <summary>Who proposes an expulsion, and where.</summary>
internal static class ProposalRight
{
    /// <summary>Why the sender cannot here, as plain text; null when they can.</summary>
    public static string? WhyNot(Turn turn) =>
        turn.WhyNot(Right.ProposeExpulsion) is { } unknown ? RefusalText.Plain(turn, unknown)
        : !turn.Network.Allows(Right.ProposeExpulsion, turn.Sender?.Id) ? RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyMembersPropose))
        : turn.IsPersonal ? null
        : Messages.Get(turn.Reader, Sentence.OnlyInPrivate);
}
