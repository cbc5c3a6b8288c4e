using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Setup.MeetNewcomers;

/// <summary>"Neue Konten": who says that they belong and is not known yet; for coordinators, in 1:1.</summary>
internal sealed class NewAccountsCommand(NewcomerStore newcomers) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.NewAccounts;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (PrivateOnly.WhyNot(turn, Right.SetUpNetwork) is { } refusal)
        {
            return new Answer.Text(refusal);
        }

        var card = NewcomerCard.List(turn, await newcomers.OpenAsync(turn.Whole, turn.Now, cancellationToken), page);
        return new Answer.Card(card, card.FallbackText!);
    }
}
