using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.SeatTerms.GiveUpSeat;

/// <summary>"Sitz niederlegen", "Sitz niederlegen Beirat zum 31.12."; of others, for coordinators, "Sitz von Anna im Beirat endet am 31.12.". In 1:1 only.</summary>
internal sealed partial class GiveUpCommand(GiveUpHandler handler) : ICommand
{
    private static readonly string[] Between = ["im", "in", "ins", "aus", "der", "dem", "den", "the", "of", "from"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.GiveUpSeat;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => OfOthers().IsMatch(text.Folded) ? CommandMatch.Certain : Entry.Match(text);

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.OnlyInPrivate));
        }

        return await handler.DrawAsync(turn, Typed(turn, text), cancellationToken) switch
        {
            { } card => new Answer.Card(card, card.FallbackText ?? string.Empty),
        };
    }

    private GiveUpFields Typed(Turn turn, CommandText text)
    {
        var others = OfOthers().Match(text.Raw);
        var own = Own().Match(Entry.RestOf(text));
        var (where, when) = others.Success ? (others.Groups["who"].Value, others.Groups["day"].Value) : (own.Groups["where"].Value, own.Groups["day"].Value);
        var committee = CommitteeFinder.Named(turn.Network, where) is [var one] ? one : null;
        var rest = (committee is null ? where : CommitteeFinder.Without(committee, where)).Split(' ', System.StringSplitOptions.RemoveEmptyEntries).ToList();
        while (rest.Count > 0 && Between.Contains(CommandText.Fold(rest[^1])))
        {
            rest.RemoveAt(rest.Count - 1);
        }

        var day = when.Length == 0 ? string.Empty : (TermDay.Read(turn, when) ?? TermDay.Read(turn, when.TrimEnd('.', '!'))) is { } read ? TermDay.Write(read) : when;
        return new GiveUpFields(committee?.Id.Value ?? string.Empty, others.Success ? string.Join(' ', rest) : string.Empty, day);
    }

    [GeneratedRegex(@"^\s*(sitz|seat)\s+(von|of)\s+(?<who>.+?)\s+(endet|ends)(\s+(am|zum|mit|on|at))?(\s+(dem|the))?\s*(?<day>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"^(?<where>.*?)(\b(zum|bis|am|mit|ab|by|on|until)\s+(?<day>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Own();
}
