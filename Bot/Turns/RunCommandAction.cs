using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>A button that stands for a typed command, or for a further page of its answer. The card names the command; its title is the text.</summary>
internal sealed class RunCommandAction(IServiceProvider services, Auditing auditing) : ICardAction
{
    /// <summary>The verb on the wire.</summary>
    public const string RunVerb = "command.run";

    /// <summary>Name of the datum that holds what follows the command's words.</summary>
    public const string AskedName = "asked";

    private const int LongestAsked = 200, LongestSaid = 300;

    /// <inheritdoc/>
    public string Verb => RunVerb;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var commands = (IEnumerable<ICommand>)services.GetService(typeof(IEnumerable<ICommand>))!;
        var command = commands.FirstOrDefault(candidate => candidate.Entry.Name == form["command"]);
        if (command is null)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
        }

        if (RightOf.WhyNot(turn, command) is { } why)
        {
            return new CardReply.Say(RefusalText.Plain(turn, why));
        }

        var answer = await auditing.RunAsync(turn, RightOf.Command(command.Entry)!.Value, same => AnswerAsync(same, command, form, cancellationToken));
        return form[AskedBelow.Field].Length > 0 ? BelowCard(turn.Reader, answer) : InPlace(turn.Reader, answer);
    }

    private static CardReply InPlace(Reader reader, Answer answer) => answer switch
    {
        Answer.Card card => new CardReply.Replace(card.Content),
        Answer.Text said => new CardReply.Replace(SentenceCard.Of(reader, said.Sentence)),
        Answer.File file => new CardReply.Offer(file, Messages.Get(reader, Sentence.FileBelow)),
        Answer.Several several => new CardReply.Replace(Together(reader, [.. several.Parts.OfType<Answer.Card>()])),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The pressed card stays: a card comes below it, a sentence is said on it.</summary>
    private static CardReply BelowCard(Reader reader, Answer answer) => answer switch
    {
        Answer.Text said => new CardReply.Say(PlainText.Of(said.Sentence)),
        _ => InPlace(reader, answer) is CardReply.Replace(var card) ? AskedBelow.Of(reader, card) : InPlace(reader, answer),
    };

    /// <summary>The buttons to the pages before and after of a command's list, as far as there are any.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="page">The page shown.</param>
    /// <param name="entry">The command.</param>
    /// <param name="asked">What followed the command's words.</param>
    public static IEnumerable<ExecuteAction> PageButtons<TItem>(Reader reader, Page<TItem> page, CommandEntry entry, string asked = "") =>
        Paging.Buttons(reader, page, RunVerb, [("command", entry.Name), .. asked.Length == 0 ? [] : new[] { (AskedName, ShortText.Cut(asked, LongestAsked)) }]);

    private static Task<Answer> AnswerAsync(Turn turn, ICommand command, CardForm form, CancellationToken cancellationToken) =>
        PageRequest.Read(form) is { } page && command is IPagedCommand paged
            ? paged.PageAsync(turn, ShortText.Cut(form[AskedName], LongestAsked), page, cancellationToken)
            : command.HandleAsync(turn, new CommandText(Words(turn.Reader, command.Entry, ShortText.Cut(form[AskedName], LongestSaid))), cancellationToken);

    private static string Words(Reader reader, CommandEntry entry, string said) =>
        said.Length == 0 ? Messages.Get(reader, entry.Title) : Messages.Get(reader, entry.Title) + ": " + said;

    /// <summary>A pressed card is replaced by one card: the cards below each other, each with its own buttons.</summary>
    internal static AdaptiveCard Together(Reader reader, IReadOnlyList<Answer.Card> cards) => new()
    {
        Lang = reader.Language,
        FallbackText = string.Join('\n', cards.Select(card => card.Summary)),
        Body =
        [
            .. cards.Select((card, index) => new Container
            {
                Separator = index > 0,
                Items = [.. card.Content.Body, .. card.Content.Actions.Count == 0 ? Enumerable.Empty<CardElement>() : [new ActionSet { Actions = card.Content.Actions }]],
            }),
        ],
    };
}
