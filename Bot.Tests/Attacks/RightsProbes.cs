using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Tests.Conversations;

namespace Bot.Tests.Attacks;

/// <summary>How a right is tried.</summary>
/// <param name="Right">Which.</param>
/// <param name="Line">What is typed in 1:1; or, after <c>!</c>, a verb with its data, <c>name=value</c> each.</param>
/// <param name="Allowed">What only somebody reads who may.</param>
/// <param name="Owner">Whose the thing at hand is; null where it is nobody's.</param>
internal sealed record RightsProbe(Right Right, string Line, string Allowed, string? Owner = null)
{
    /// <summary>The committee at hand.</summary>
    public string Committee { get; init; } = "beirat";

    /// <summary>Whether the meeting at hand is the one Dao leads.</summary>
    public bool HasChair { get; init; } = true;

    /// <summary>Tries it.</summary>
    /// <returns>What is answered.</returns>
    public async Task<string> TryAsync(Talk talk, string who, string id)
    {
        if (Line.StartsWith('?'))
        {
            return (await talk.SearchesAsync(who, Line[1..], null)).GetRawText();
        }

        if (Line.StartsWith('!'))
        {
            var parts = RightsScene.Filled(Line).Split(' ');
            var data = new JsonObject();
            foreach (var part in parts[1..])
            {
                data[part.Split('=')[0]] = part.Split('=')[1];
            }

            return await talk.PressAsync(who, parts[0][1..], data);
        }

        await talk.SaysAsAsync(id, who, Line);
        return talk.LastFor(who);
    }
}

/// <summary>A probe for each right.</summary>
internal static class RightsProbes
{
    public static IReadOnlyList<RightsProbe> All { get; } =
    [
        new(Right.AskForHelp, "Hilfe", "Hilfe") { HasChair = false },
        new(Right.KnowPlenaryDates, "Wann tagt das Plenum?", "9. Februar") { Committee = "plenum", HasChair = false },
        new(Right.ReadSchoolHolidays, "Schulferien", "Winterferien") { HasChair = false },
        new(Right.ApplyForAdmission, "Aufnahme beantragen", "Antrag stellen") { HasChair = false },
        new(Right.ListCommittees, "Gremien", "IKA") { HasChair = false },
        new(Right.KnowConfidentialCommittee, "Gremien", "Morgenrot") { Committee = "morgenrot", HasChair = false },
        new(Right.ReadOwnTasks, "Meine Aufgaben", "ufgaben", "edda") { HasChair = false },
        new(Right.KeepOwnMail, "Meine Mail: x@example.org", "Speichern") { HasChair = false },
        new(Right.KeepOwnCalendar, "Mein Kalender", "kalender") { HasChair = false },
        new(Right.ReadOwnDigest, "Wochenüberblick", "Woche") { HasChair = false },
        new(Right.ReadMembers, "Mitglieder", "Kreissportbund") { Committee = "plenum", HasChair = false },
        new(Right.ReadRegister, "Beschlüsse", "Beschl") { Committee = "plenum", HasChair = false },
        new(Right.InsertIntoMessage, "?meetings", "Beirat") { HasChair = false },
        new(Right.ReadMeetings, "Tagesordnung Beirat", "Haushalt") { HasChair = false },
        new(Right.ReadConfidentialItems, "Tagesordnung Beirat", "Heikles") { HasChair = false },
        new(Right.ReadReplyNames, "Wer kommt zum Beirat am 11. Februar", "Bernd") { },
        new(Right.AnswerInvitation, "!reply.regret meeting={next} asked=0", "Beirat"),
        new(Right.ProposeItem, "!agenda.propose meeting={next} itemTitle=Neues", "Neues") { HasChair = false },
        new(Right.ChangeItem, "!agenda.item meeting={next} item={own}", "Eigener", "bernd") { HasChair = false },
        new(Right.ArrangeAgenda, "!agenda.edit meeting={now}", "Haushalt"),
        new(Right.CallMeeting, "Beirat am 14. April um 17 Uhr im Rathaus", "Einladen") { HasChair = false },
        new(Right.MoveMeeting, "Beirat 11.2. verschieben auf 18.2. 18 Uhr", "Verschieben") { HasChair = false },
        new(Right.CancelMeeting, "Beirat absagen: Grund", "Absagen") { HasChair = false },
        new(Right.HandOverChair, "Sitzungsleitung Beirat: Dao", "Dao") { HasChair = false },
        new(Right.LeadMeeting, "Sitzung schließen", "schließen"),
        new(Right.FollowMeeting, "Sitzung Beirat", "Haushalt"),
        new(Right.UndoEntry, "Rückgängig", "Zurückgenommen", "bernd"),
        new(Right.BePresent, "anwesend", "anwesend"),
        new(Right.RecordAttendance, "Anwesenheit Beirat", "Bernd"),
        new(Right.ReadTasks, "Aufgaben Beirat", "Saal buchen") { HasChair = false },
        new(Right.FinishTask, "Aufgabe 1 erledigt", "erledigt", "edda") { HasChair = false },
        new(Right.OpenMotion, "Abstimmung Projekt Beirat: Noch ein Banner?", "eröffnen") { HasChair = false },
        new(Right.OpenPoll, "Umfrage Beirat: Pause? Ja, Nein", "Umfrage"),
        new(Right.ReadBallots, "Abstimmungen", "Neues Banner", "bernd") { HasChair = false },
        new(Right.CastVote, "!ballot.vote ballot={ballot} choice=Yes", "Ihre Stimme", "bernd") { HasChair = false },
        new(Right.CloseBallot, "!ballot.close.ask ballot={led}", "beenden"),
        new(Right.VoidBallot, "!ballot.void.ask ballot={led}", "ungültig"),
        new(Right.RepeatBallot, "!ballot.repeat.ask ballot={tied}", "wiederholen"),
        new(Right.DecideTie, "!ballot.tie.decide ballot={tied} accepted=true", "Grund"),
        new(Right.WitnessLot, "!ballot.lot.draw ballot={lot}", "Los"),
        new(Right.ReadElections, "Wahl Beirat", "Vorschläge", "edda") { Committee = "plenum", HasChair = false },
        new(Right.CallElection, "Wahl Beirat: 2 Sitze, Vorschläge bis 14.2., Wahl bis 21.2.", "ausgerufen") { HasChair = false },
        new(Right.HoldElection, "!election.start.ask election={election}", "Wahl") { HasChair = false },
        new(Right.Nominate, "Vorschlag Beirat: Hanna", "Hanna") { Committee = "plenum", HasChair = false },
        new(Right.AnswerElection, "!election.refuse election={election}", "Edda", "edda") { Committee = "ika", HasChair = false },
        new(Right.RecordLeaving, "Ausgeschieden: Amina aus Beirat", "Amina") { HasChair = false },
        new(Right.ReadMinutes, "Protokoll Beirat", "10. Dezember"),
        new(Right.CorrectMinutes, "Berichtigung Beirat: TOP 1 war anders", "Berichtigung"),
        new(Right.KeepMinutes, "!minutes.circulate.ask meeting={held}", "verteilen"),
        new(Right.ReadRules, "Abstimmungsregeln Beirat", "Mehrheit") { HasChair = false },
        new(Right.SetRules, "Regel Beirat", "Regel") { HasChair = false },
        new(Right.ReadRota, "Reihum Beirat", "Amina") { HasChair = false },
        new(Right.SetRota, "Sitzungsleitung Beirat reihum: Amina, Bernd, Clara", "Festlegen") { HasChair = false },
        new(Right.SwapTurns, "Tausch Beirat mit Bernd", "Bernd", "clara") { HasChair = false },
        new(Right.SkipTurn, "Überspringen Beirat", "Grund", "amina") { HasChair = false },
        new(Right.KeepChecklist, "Checkliste Beirat", "Checkliste", "amina"),
        new(Right.EnterSchoolHolidays, "Schulferien: Winterferien 8.2.2027 bis 19.2.2027", "eingetragen") { HasChair = false },
        new(Right.EnterMailOfOthers, "Mail von Amina: x@example.org", "Speichern") { HasChair = false },
        new(Right.ResendMails, "Mails erneut senden Beirat", "Mail") { HasChair = false },
        new(Right.ScheduleDigest, "Wochenüberblick: Dienstag 9 Uhr", "Dienstag") { HasChair = false },
        new(Right.ConsultBoard, "!admission.consult admission={applied}", "Verein Neu") { HasChair = false },
        new(Right.WaiveRecommendation, "Ohne Empfehlung: Verein Neu", "Empfehlung") { HasChair = false },
    ];
}
