using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Turns;

/// <summary>Something people can do by pressing a button on a card.</summary>
internal interface ICardAction
{
    /// <summary>The verb on the wire, stable and namespaced, such as <c>ballot.vote</c>.</summary>
    string Verb { get; }

    /// <summary>Whether it only shows how things stand. Clients ask for such by themselves, without anybody pressing; for nothing else.</summary>
    bool IsView => false;

    /// <summary>Does it. The data only refers to things; every right is checked again for the sender.</summary>
    Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken);
}

/// <summary>What came with a pressed button: the button's data and the card's inputs. Anybody can make it up.</summary>
internal sealed class CardForm(IReadOnlyDictionary<string, string> values)
{
    private const int LongestId = 100;

    /// <summary>The value under <paramref name="name"/>, in one line; empty when it is missing. Cut at <see cref="CommandText.Limit"/>, above which every
    /// field refuses it as too long.</summary>
    public string this[string name] => values.TryGetValue(name, out var value) ? CommandText.OneLine(ShortText.Cut(value, CommandText.Limit)) : string.Empty;

    /// <summary>The identity under <paramref name="name"/>; null when it is missing or cannot be one, so that what somebody made up never becomes a key.</summary>
    public string? Id(string name) =>
        this[name] is { Length: > 0 and <= LongestId } id && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or ':' or '.')
            ? id
            : null;

    /// <summary>The whole number under <paramref name="name"/>; null when it is missing, and -1 when it is no number.</summary>
    public int? Number(string name) => this[name] switch
    {
        "" => null,
        var text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : -1,
    };
}
