using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Asks somebody who belongs to several networks of a tenant which one they mean, once: the answer is kept until they change it by "Netz wechseln". Who belongs to one network or none
/// never sees any of this, nor that there are several.</summary>
internal sealed class NetworkChoice(NetworkStore networks)
{
    /// <summary>Verb of the buttons.</summary>
    public const string Verb = "network.choose";

    /// <summary>Name of the datum that says which.</summary>
    public const string Field = "chosen";

    private static readonly string[] SwitchWords = ["netz wechseln", "netzwerk wechseln", "buendnis wechseln", "anderes netz", "switch network", "change network", "other network"];

    /// <summary>What is answered to a text instead of what it asks for; null when it is to be answered.</summary>
    public static Answer? InsteadOf(Turn turn, CommandText text)
    {
        var isSwitch = turn.Own.Count > 1 && SwitchWords.Contains(text.Folded, StringComparer.Ordinal);
        if (turn.Undecided is null && !isSwitch)
        {
            return null;
        }

        if (turn.Own.Count < 2)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NetworkUnknown));
        }

        var card = Question(turn);
        return turn.IsPersonal ? new Answer.Card(card, card.FallbackText!) : new Answer.Text(Messages.Get(turn.Reader, Sentence.NetworkChooseInPrivate));
    }

    /// <summary>In a search, or with a file: what is said where it is not known which network is meant; null where it is.</summary>
    public static string? Refusal(Turn turn) => turn.Undecided is null
        ? null
        : Messages.Get(turn.Reader, turn.Own.Count > 1 ? Sentence.NetworkChooseInPrivate : Sentence.NetworkUnknown);

    /// <summary>What a pressed button is answered with instead of what it asks for; null when it is to be answered.</summary>
    public async ValueTask<CardReply?> InsteadOfAsync(Turn turn, string verb, CardForm form, CancellationToken cancellationToken)
    {
        if (verb == Verb && turn.Own.Count > 1 && turn.IsPersonal && turn.Own.FirstOrDefault(network => network.Network.Id.Value == form.Id(Field)) is { } chosen)
        {
            await networks.ChooseAsync(chosen.Tenant, turn.Account.Key, chosen.Network.Id, cancellationToken);
            return new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.NetworkChosen, CardText.Escape(chosen.Network.Name, LineBreaks.Collapse))));
        }

        return turn.Undecided is null ? null : new CardReply.Say(Messages.Get(turn.Reader, Sentence.NetworkUnknown));
    }

    /// <summary>The question.</summary>
    internal static AdaptiveCard Question(Turn turn)
    {
        var now = turn.Undecided is null ? turn.Network.Name : null;
        var said = now is null
            ? Messages.Get(turn.Reader, Sentence.NetworkChoose)
            : Messages.Get(turn.Reader, Sentence.NetworkSwitch, CardText.Escape(now, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = said,
            Body = [new TextBlock { Text = said }, .. CardPart.Rows(turn.Own.Select(network => Button(network.Network)))],
        };
    }

    private static ExecuteAction Button(Network network) => new()
    {
        Title = OptionLabel(network.Name),
        Verb = Verb,
        Data = ImmutableDictionary<string, string>.Empty.Add(Field, network.Id.Value),
    };

    private static string OptionLabel(string name) => ShortText.Abbreviate(name, 32);
}
