using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.KeepFor;

/// <summary>"Aufbewahrung" shows what is kept how long; "Aufbewahrung Abstimmungszettel: 6 Monate" and "Kontaktabfragen: 5 am Tag" show what would change.</summary>
internal sealed class RetentionCommand(RetentionView view, RetentionStore retention) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Retention;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.SetRetention) is { } why)
        {
            return new Answer.Text(why);
        }

        var heading = Messages.Get(turn.Reader, Sentence.RetentionHeading);
        if (RetentionWords.Read(Entry, text) is var asked && asked is RetentionAsked.Everything)
        {
            return new Answer.Card(RetentionCard.Render(turn, await view.OfAsync(turn, cancellationToken)), heading);
        }

        var (change, otherwise) = RetentionChange.Of(turn.Reader, (await retention.TermsAsync(turn.Network.Id, cancellationToken)).Value, asked);
        return change is null ? new Answer.Text(otherwise) : new Answer.Card(RetentionCard.Preview(turn, change, await view.DueOfAsync(turn, change, cancellationToken)), heading);
    }
}
