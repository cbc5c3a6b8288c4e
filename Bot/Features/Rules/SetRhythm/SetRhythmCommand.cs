using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>"Rhythmus Beirat" shows when a committee meets by its rules; "Rhythmus Beirat: alle zwei Monate am zweiten Dienstag um 17 Uhr im Rathaus" sets it, after a preview.</summary>
internal sealed class SetRhythmCommand : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SetRhythm;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        Task.FromResult(TypedForCommittee.Answer(turn, Entry.RestOf(text), Sentence.RhythmSayCommittee, (committee, _) => RhythmCard.Render(turn, committee), RhythmPreview.Typed));
}

/// <summary>What lines such as "Beirat: …" have in common: without words they show, with words a coordinator sets in private.</summary>
internal static class TypedForCommittee
{
    /// <summary>The answer.</summary>
    /// <param name="turn">Who typed.</param>
    /// <param name="rest">What followed the command's own words.</param>
    /// <param name="ask">What is asked when no committee is named, or several are.</param>
    /// <param name="show">Shows how it stands.</param>
    /// <param name="set">Shows what would be set.</param>
    public static Answer Answer(
        Turn turn, string rest, Sentence ask, Func<Committee, string, AdaptiveCard> show, Func<Turn, Committee, string, AdaptiveCard> set)
    {
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var (head, words) = colon < 0 || rest[..colon].EndsWith("RRULE", StringComparison.OrdinalIgnoreCase) ? (rest, string.Empty) : (rest[..colon], rest[(colon + 1)..].Trim());
        if (CommitteeFinder.Named(turn.Network, head) is not [var committee])
        {
            return turn.Here is { } here && head.Length == 0 ? Shown(turn, here, show(here, words)) : new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : ask));
        }

        if (words.Length == 0)
        {
            return Shown(turn, committee, show(committee, words));
        }

        if (turn.WhyNot(Right.SetRules) is { } refusal)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        return turn.IsPersonal ? Card(set(turn, committee, words)) : new Answer.Text(Messages.Get(turn.Reader, Sentence.RulesInPrivate));
    }

    private static Answer Shown(Turn turn, Committee committee, AdaptiveCard card) => turn.May(Right.ReadRules, committee)
        ? Card(card)
        : new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : Sentence.RulesForMembers));

    private static Answer.Card Card(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
