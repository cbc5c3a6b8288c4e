using Bot.Texts;

namespace Bot.Turns;

/// <content>Working groups, and where somebody is missing.</content>
internal static partial class CommandTable
{
    public static readonly CommandEntry ShowRemit = new(
        "group.show", Sentence.CommandShowRemit, Sentence.CommandShowRemitDescription, Sentence.CommandShowRemitExample,
        ["auftrag", "arbeitsgruppen", "remit", "working groups"]);

    public static readonly CommandEntry JoinGroup = new(
        "group.join", Sentence.CommandJoinGroup, Sentence.CommandJoinGroupDescription, Sentence.CommandJoinGroupExample,
        ["mitmachen", "ich mache mit", "join", "join group"]);

    public static readonly CommandEntry LeaveGroup = new(
        "group.leave", Sentence.CommandLeaveGroup, Sentence.CommandLeaveGroupDescription, Sentence.CommandLeaveGroupExample,
        ["nicht mehr mitmachen", "arbeitsgruppe verlassen", "leave group", "leave working group"]);

    public static readonly CommandEntry AdmitToGroup = new(
        "group.admit", Sentence.CommandAdmitToGroup, Sentence.CommandAdmitToGroupDescription, Sentence.CommandAdmitToGroupExample,
        ["aufnehmen in", "nicht aufnehmen in", "take into", "do not take into"]);

    public static readonly CommandEntry ReportGroup = new(
        "group.report", Sentence.CommandReportGroup, Sentence.CommandReportGroupDescription, Sentence.CommandReportGroupExample,
        ["bericht", "bericht der", "report", "report of"]);

    public static readonly CommandEntry SetRemit = new(
        "setup.remit", Sentence.CommandSetRemit, Sentence.CommandSetRemitDescription, Sentence.CommandSetRemitExample,
        ["auftrag festlegen", "auftrag aendern", "auftrag verlaengern", "set remit", "change remit", "prolong remit"]);

    public static readonly CommandEntry Composition = new(
        "member.composition", Sentence.CommandComposition, Sentence.CommandCompositionDescription, Sentence.CommandCompositionExample,
        ["zusammensetzung", "composition"]);
}
