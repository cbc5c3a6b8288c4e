using Bot.Texts;

namespace Bot.Turns;

/// <content>Expulsions.</content>
internal static partial class CommandTable
{
    /// <summary>Takes the older words, too, by which a ballot on an expulsion was opened.</summary>
    public static readonly CommandEntry ProposeExpulsion = new(
        "expulsion.propose", Sentence.CommandProposeExpulsion, Sentence.CommandProposeExpulsionDescription, Sentence.CommandProposeExpulsionExample,
        ["ausschluss beantragen", "ausschlussantrag", "abstimmung ausschluss", "abstimmung ueber ausschluss", "propose expulsion", "vote expulsion", "vote on expulsion", "move expulsion"]);

    public static readonly CommandEntry AnswerExpulsion = new(
        "expulsion.answer", Sentence.CommandAnswerExpulsion, Sentence.CommandAnswerExpulsionDescription, Sentence.CommandAnswerExpulsionExample,
        ["stellungnahme", "stellung nehmen", "our statement", "make statement"]);

    public static readonly CommandEntry RecordHearing = new(
        "expulsion.hear", Sentence.CommandRecordHearing, Sentence.CommandRecordHearingDescription, Sentence.CommandRecordHearingExample,
        ["anhoerung festhalten", "anhoerung", "record hearing"]);

    public static readonly CommandEntry ConsultOnExpulsion = new(
        "expulsion.consult", Sentence.CommandConsultOnExpulsion, Sentence.CommandConsultOnExpulsionDescription, Sentence.CommandConsultOnExpulsionExample,
        ["ausschluss an den beirat", "ausschlussantrag an den beirat", "expulsion to the board"]);

    public static readonly CommandEntry WaiveOnExpulsion = new(
        "expulsion.waive", Sentence.CommandWaiveOnExpulsion, Sentence.CommandWaiveOnExpulsionDescription, Sentence.CommandWaiveOnExpulsionExample,
        ["ausschluss ohne empfehlung", "ausschlussantrag ohne empfehlung", "expulsion without recommendation"]);

    public static readonly CommandEntry WithdrawExpulsion = new(
        "expulsion.withdraw", Sentence.CommandWithdrawExpulsion, Sentence.CommandWithdrawExpulsionDescription, Sentence.CommandWithdrawExpulsionExample,
        ["ausschlussantrag zurueckziehen", "ausschlussantrag zuruecknehmen", "ausschluss zurueckziehen", "withdraw expulsion"]);
}
