using Bot.Texts;

namespace Bot.Turns;

/// <content>What becomes of memberships.</content>
internal static partial class CommandTable
{
    public static readonly CommandEntry Resign = new(
        "membership.resign", Sentence.CommandResign, Sentence.CommandResignDescription, Sentence.CommandResignExample,
        ["austritt erklaeren", "austreten", "mitgliedschaft kuendigen", "resign", "declare resignation", "resign membership"]);

    public static readonly CommandEntry TakeBackResignation = new(
        "membership.stay", Sentence.CommandTakeBackResignation, Sentence.CommandTakeBackResignationDescription, Sentence.CommandTakeBackResignationExample,
        ["austritt zuruecknehmen", "austritt zurueckziehen", "take back resignation", "withdraw resignation"]);

    public static readonly CommandEntry Suspend = new(
        "membership.suspend", Sentence.CommandSuspend, Sentence.CommandSuspendDescription, Sentence.CommandSuspendExample,
        ["mitgliedschaft ruhen lassen", "mitgliedschaft ruht", "suspend membership"]);

    public static readonly CommandEntry Resume = new(
        "membership.resume", Sentence.CommandResume, Sentence.CommandResumeDescription, Sentence.CommandResumeExample,
        ["mitgliedschaft wieder aktiv", "mitgliedschaft fortsetzen", "resume membership", "membership active again"]);
}
