using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>Whose clients ask by themselves how a card stands, when they show it.</summary>
/// <remarks>Teams takes at most <see cref="CardLimits.RefreshUsers"/> persons. Where there are more, none is named: everybody sees the public card and may
/// refresh it by hand, rather than some seeing their own state and others not. Source: protocol 5.2.</remarks>
internal static class RefreshFor
{
    /// <summary>A refresh for people with Teams accounts; those whose id towards this bot is not known are left out.</summary>
    /// <param name="snapshot">Knows the accounts.</param>
    /// <param name="people">Who is to see the card as it stands for them.</param>
    /// <param name="verb">A view: an action that only shows.</param>
    /// <param name="data">References.</param>
    public static RefreshCard People(NetworkSnapshot snapshot, IEnumerable<PersonId> people, string verb, params (string Name, string Value)[] data) => Ids(
        [.. people.Distinct().Select(person => snapshot.Accounts.GetValueOrDefault(person)?.TeamsId).OfType<string>().Distinct(System.StringComparer.Ordinal)], verb, data);

    /// <summary>A refresh for whoever asked.</summary>
    public static RefreshCard Sender(Turn turn, string verb, params (string Name, string Value)[] data) => Ids(turn.OwnTeamsId, verb, data);

    private static RefreshCard Ids(string[] ids, string verb, (string Name, string Value)[] data) => new()
    {
        Action = new ExecuteAction { Verb = verb, Data = data.ToImmutableDictionary(pair => pair.Name, pair => pair.Value, System.StringComparer.Ordinal) },
        UserIds = ids.Length > CardLimits.RefreshUsers ? [] : ids,
    };
}
