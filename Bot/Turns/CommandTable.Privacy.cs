using Bot.Texts;

namespace Bot.Turns;

/// <content>What people ask about their own data.</content>
internal static partial class CommandTable
{
    public static readonly CommandEntry OwnData = new(
        "data.own", Sentence.CommandOwnData, Sentence.CommandOwnDataDescription, Sentence.CommandOwnDataExample,
        ["meine daten", "was ist ueber mich gespeichert", "was weisst du ueber mich", "my data", "what is kept about me", "what do you know about me"]);

    public static readonly CommandEntry DeleteOwnData = new(
        "data.delete", Sentence.CommandDeleteOwnData, Sentence.CommandDeleteOwnDataDescription, Sentence.CommandDeleteOwnDataExample,
        ["meine daten loeschen", "loesche meine daten", "daten loeschen", "delete my data", "my data delete", "erase my data"]);
}
