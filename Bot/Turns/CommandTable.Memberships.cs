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

    public static readonly CommandEntry Cases = new(
        "membership.cases", Sentence.CommandCases, Sentence.CommandCasesDescription, Sentence.CommandCasesExample,
        ["mitgliedschaftsfaelle", "laufende antraege", "mein antrag", "membership cases", "my application"]);

    public static readonly CommandEntry Decline = new(
        "admission.decline", Sentence.CommandDecline, Sentence.CommandDeclineDescription, Sentence.CommandDeclineExample,
        ["antrag nicht weitergeben", "aufnahmeantrag nicht weitergeben", "decline application"]);

    public static readonly CommandEntry SetAdmissionDay = new(
        "admission.effect", Sentence.CommandSetAdmissionDay, Sentence.CommandSetAdmissionDayDescription, Sentence.CommandSetAdmissionDayExample,
        ["aufnahme wirksam", "aufnahme wird wirksam", "admission takes effect", "admission effective"]);

    public static readonly CommandEntry Introduce = new(
        "admission.introduce", Sentence.CommandIntroduce, Sentence.CommandIntroduceDescription, Sentence.CommandIntroduceExample,
        ["vorstellung", "vorstellung einladen", "zur vorstellung einladen", "introduction", "invite to introduction"]);

    public static readonly CommandEntry Withdraw = new(
        "admission.withdraw", Sentence.CommandWithdraw, Sentence.CommandWithdrawDescription, Sentence.CommandWithdrawExample,
        ["antrag zurueckziehen", "antrag zuruecknehmen", "aufnahmeantrag zurueckziehen", "withdraw application"]);
}
