using Bot.Texts;

namespace Bot.Turns;

/// <content>Organizations that could become partners.</content>
internal static partial class CommandTable
{
    public static readonly CommandEntry Prospects = new(
        "prospect.list", Sentence.CommandProspects, Sentence.CommandProspectsDescription, Sentence.CommandProspectsExample,
        ["interessenten", "interessentenliste", "moegliche partner", "prospects", "possible partners"]);

    public static readonly CommandEntry AddProspect = new(
        "prospect.add", Sentence.CommandAddProspect, Sentence.CommandAddProspectDescription, Sentence.CommandAddProspectExample,
        ["interessent", "neuer interessent", "interessent anlegen", "prospect", "new prospect"]);

    public static readonly CommandEntry ChangeProspect = new(
        "prospect.change", Sentence.CommandChangeProspect, Sentence.CommandChangeProspectDescription, Sentence.CommandChangeProspectExample,
        ["interessent bearbeiten", "edit prospect"]);

    /// <summary>Not "Kontakt", which asks how somebody can be reached.</summary>
    public static readonly CommandEntry ContactProspect = new(
        "prospect.contact", Sentence.CommandContactProspect, Sentence.CommandContactProspectDescription, Sentence.CommandContactProspectExample,
        ["kontaktiert", "interessent angesprochen", "interessent kontaktiert", "spoke with", "prospect contacted"]);

    public static readonly CommandEntry DeclineProspect = new(
        "prospect.decline", Sentence.CommandDeclineProspect, Sentence.CommandDeclineProspectDescription, Sentence.CommandDeclineProspectExample,
        ["interessent hat abgelehnt", "prospect declined"]);

    public static readonly CommandEntry RemoveProspect = new(
        "prospect.remove", Sentence.CommandRemoveProspect, Sentence.CommandRemoveProspectDescription, Sentence.CommandRemoveProspectExample,
        ["interessent loeschen", "interessent entfernen", "delete prospect"]);
}
