using Bot.Texts;

namespace Bot.Turns;

/// <content>Who has which seat, until when; and what a network itself is called.</content>
internal static partial class CommandTable
{
    public static readonly CommandEntry Mandates = new(
        "mandate.list", Sentence.CommandMandates, Sentence.CommandMandatesDescription, Sentence.CommandMandatesExample,
        ["mandat", "mandate", "amtszeiten", "mandates", "terms of office"]);

    public static readonly CommandEntry GiveUpSeat = new(
        "mandate.giveup", Sentence.CommandGiveUpSeat, Sentence.CommandGiveUpSeatDescription, Sentence.CommandGiveUpSeatExample,
        ["sitz niederlegen", "sitz aufgeben", "mandat niederlegen", "give up seat", "give up my seat", "resign seat", "resign my seat"]);

    public static readonly CommandEntry SetSeatTerm = new(
        "setup.seat.term", Sentence.CommandSetSeatTerm, Sentence.CommandSetSeatTermDescription, Sentence.CommandSetSeatTermExample,
        ["sitz befristen", "amtszeit", "amtszeit von", "term of a seat", "term of"]);

    public static readonly CommandEntry SetSeatCount = new(
        "setup.seat.count", Sentence.CommandSetSeatCount, Sentence.CommandSetSeatCountDescription, Sentence.CommandSetSeatCountExample,
        ["sitze", "zahl der sitze", "anzahl sitze", "anzahl der sitze", "seats", "number of seats"]);

    public static readonly CommandEntry ChangeNetwork = new(
        "setup.network", Sentence.CommandChangeNetwork, Sentence.CommandChangeNetworkDescription, Sentence.CommandChangeNetworkExample,
        ["buendnis umbenennen", "netz umbenennen", "buendnis aendern", "bundesland", "land", "zeitzone", "rename network", "change network", "federal state", "time zone"]);
}
