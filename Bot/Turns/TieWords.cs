using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>How a tie was decided, in one sentence, as it stands on cards and in the register.</summary>
internal static class TieWords
{
    /// <summary>The sentence, as plain text.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">Knows the names and the zone.</param>
    /// <param name="tie">A decided tie.</param>
    /// <param name="verdict">What it was decided to.</param>
    public static string Of(Reader reader, Network network, TieBreak tie, Verdict verdict)
    {
        var by = NameOf(network, tie.By);
        var moment = (tie.DrawnAt ?? tie.At).InZone(network.Zone).LocalDateTime;
        var word = RuleWords.Verdict(reader, verdict);
        return tie.Witness is { } witness
            ? Messages.Get(reader, Sentence.TieDecidedByLot, by, moment, word, NameOf(network, witness))
            : Messages.Get(reader, Sentence.TieDecidedByChair, by, moment, word, tie.Reason);
    }

    /// <summary>Somebody's name as plain text; the identity itself when the network knows them no longer.</summary>
    public static string NameOf(Network network, PersonId person) => network.Person(person)?.Name ?? person.Value;
}
