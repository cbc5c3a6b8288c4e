using Bot.Texts;

namespace Bot.Turns;

/// <content>Who has an account the network does not know yet.</content>
internal static partial class CommandTable
{
    public static readonly CommandEntry AskToBeKnown = new(
        "newcomer.ask", Sentence.CommandAskToBeKnown, Sentence.CommandAskToBeKnownDescription, Sentence.CommandAskToBeKnownExample,
        ["ich gehoere dazu", "ich gehoere zum", "ich gehoere zu euch", "ich bin mitglied", "kennen sie mich", "i belong here", "i belong to", "i am a member"]);

    public static readonly CommandEntry NewAccounts = new(
        "newcomer.list", Sentence.CommandNewAccounts, Sentence.CommandNewAccountsDescription, Sentence.CommandNewAccountsExample,
        ["neue konten", "unbekannte konten", "new accounts", "unknown accounts"]);

    public static readonly CommandEntry DismissAccount = new(
        "newcomer.dismiss", Sentence.CommandDismissAccount, Sentence.CommandDismissAccountDescription, Sentence.CommandDismissAccountExample,
        ["gehoert nicht dazu", "konto abweisen", "does not belong", "dismiss account"]);
}
