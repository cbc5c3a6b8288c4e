using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;

namespace Bot.Tests.Attacks;

/// <summary>How a right is tried.</summary>
/// <param name="Right">Which.</param>
/// <param name="Line">What is typed in 1:1; or, after <c>!</c>, a verb with its data, <c>name=value</c> each.</param>
/// <param name="Allowed">What only somebody reads who may.</param>
/// <param name="Owner">Whose the thing at hand is; null where it is nobody's.</param>
internal sealed record RightsProbe(Right Right, string Line, string Allowed, string? Owner = null)
{
    /// <summary>Stands for whichever committee somebody belongs to.</summary>
    public const string Any = "*";

    /// <summary>The committee at hand.</summary>
    public string Committee { get; init; } = "beirat";

    /// <summary>Whether the meeting at hand is the one Dao leads.</summary>
    public bool HasChair { get; init; } = true;

    /// <summary>What a coordinator does instead, where the right is theirs only when nobody leads.</summary>
    public string? CoordinatorLine { get; init; }

    /// <summary>Tries it.</summary>
    /// <returns>What is answered.</returns>
    public async Task<string> TryAsync(Talk talk, string who, string id)
    {
        if (who == "katrin" && CoordinatorLine is { } other)
        {
            return await (this with { Line = other, CoordinatorLine = null }).TryAsync(talk, who, id);
        }

        if (Line.StartsWith('?'))
        {
            return (await talk.SearchesAsync(who, Line[1..], null)).GetRawText();
        }

        var before = Heard(talk, who).Count();
        if (Line.StartsWith('!'))
        {
            var parts = RightsScene.Filled(talk, Line).Split(' ');
            var data = new JsonObject();
            foreach (var part in parts[1..])
            {
                data[part.Split('=')[0]] = part.Split('=')[1];
            }

            // What is asked below a card comes as a message.
            var said = await talk.PressAsync(who, parts[0][1..], data);
            return string.Join('\n', [said, .. Heard(talk, who).Skip(before)]);
        }

        await talk.SaysAsAsync(id, who, Line);
        return string.Join('\n', Heard(talk, who).Skip(before));
    }

    private static IEnumerable<string> Heard(Talk talk, string who) => talk.Connector.In(Talk.Personal(who)).Select(message => CardReading.Words(message.Content));
}

/// <summary>A probe for each right.</summary>
internal static class RightsProbes
{
    public static IReadOnlyList<RightsProbe> All { get; } =
    [
        new(Right.AskForHelp, "Hilfe", "Das können Sie schreiben") { HasChair = false },
        new(Right.KnowPlenaryDates, "Wann tagt das Plenum?", "9. Februar") { Committee = "plenum", HasChair = false },
        new(Right.ReadSchoolHolidays, "Schulferien", "Winterferien") { HasChair = false },
        new(Right.ApplyForAdmission, "Aufnahme beantragen", "Antrag stellen") { HasChair = false },
        new(Right.AskToBeKnown, "Ich gehöre dazu", "Ihr Konto") { HasChair = false },
        new(Right.ListCommittees, "Gremien", "IKA") { HasChair = false },
        new(Right.KnowConfidentialCommittee, "Gremien", "Morgenrot") { Committee = "morgenrot", HasChair = false },
        new(Right.ReadOwnTasks, "Meine Aufgaben", "ufgaben", "edda") { HasChair = false },
        new(Right.KeepOwnMail, "Meine Mail: x@example.org", "gespeichert werden") { HasChair = false },
        new(Right.ReadOwnData, "Meine Daten", "Das ist über Sie gespeichert") { HasChair = false },
        new(Right.DeleteOwnData, "Meine Daten löschen", "Ihre Daten löschen") { HasChair = false },
        new(Right.KeepOwnContact, "Wer hat nachgesehen?", "nach Ihren Kontaktdaten") { HasChair = false },
        new(Right.LookUpContact, "Kontakt Niemand Bekanntes", "die Sie sehen") { HasChair = false },
        new(Right.ReadAudit, "Änderungsverlauf", "ohne Inhalte") { HasChair = false },
        new(Right.SetRetention, "Aufbewahrung", "Nächste Löschung") { HasChair = false },
        new(Right.LockProfileOfOthers, "Profil sperren: Niemand Bekanntes", "nicht genau eine Person") { HasChair = false },
        new(Right.UnlockOwnProfile, "Profil entsperren", "Hier ist kein Profil gesperrt") { HasChair = false },
        new(Right.KeepOwnCalendar, "Mein Kalender", "Als Kalenderdatei") { Committee = RightsProbe.Any, HasChair = false },
        new(Right.ReadOwnDigest, "Wochenüberblick", "Ihr Wochenüberblick") { Committee = RightsProbe.Any, HasChair = false },
        new(Right.ReadMembers, "Mitglieder", "Kreissportbund") { Committee = "plenum", HasChair = false },
        new(Right.ReadComposition, "Zusammensetzung Beirat", "Noch niemand aus") { HasChair = false },
        new(Right.ReadRemit, "Auftrag AG Bildung", "Abende planen") { Committee = "bildung", HasChair = false },
        new(Right.LeadGroup, "Bericht AG Bildung", "Was berichtet") { Committee = "bildung" },
        new(Right.JoinGroup, "Mitmachen AG Bildung", "**AG Bildung**") { Committee = "bildung", HasChair = false },
        new(Right.ReadRegister, "Beschlüsse", "Das Fest findet statt.") { Committee = "plenum", HasChair = false },
        new(Right.FollowResolution, "Offene Beschlüsse", "Kein Beschluss wartet auf Umsetzung.") { Committee = RightsProbe.Any, HasChair = false },
        new(Right.AssignResolution, "Beschluss 2027-01 zuständig: Niemand Bekanntes", "Beschluss 2027-01 zuteilen: ") { Committee = "plenum", HasChair = false },
        new(Right.CorrectResolution, "Berichtigung zum Beschluss 2027-01: Das Fest findet nicht statt.", "Beschluss 2027-01 berichtigen") { HasChair = false },
        new(Right.InsertIntoMessage, "?meetings", "Beirat") { HasChair = false },
        new(Right.ReadMeetings, "!agenda.show meeting={now}", "Haushalt"),
        new(Right.ReadConfidentialItems, "Tagesordnung Beirat", "Heikles"),
        new(Right.ReadReplyNames, "!reply.list meeting={next}", "Bernd"),
        new(Right.AnswerInvitation, "!reply.regret meeting={next} asked=0", "Beirat"),
        new(Right.ProposeItem, "!agenda.propose meeting={next} itemTitle=Neues", "Neues") { HasChair = false },
        new(Right.ChangeItem, "!agenda.item.save meeting={next} item=1 title=Eigener", "Eigener", "bernd"),
        new(Right.ArrangeAgenda, "!agenda.edit meeting={next}", "1 ändern"),
        new(Right.CallFollowUp, "Folgesitzung Beirat", "kennen keine Folgesitzung"),
        new(Right.CallMeeting, "Beirat am 14. April um 17 Uhr im Rathaus", "Einladen") { HasChair = false },
        new(Right.MoveMeeting, "Beirat verschieben auf 18.2. 18 Uhr", "Verschieben prüfen") { HasChair = false },
        new(Right.CancelMeeting, "Beirat absagen: Grund", "abgesagt werden") { HasChair = false },
        new(Right.HandOverChair, "Sitzungsleitung Beirat: Dao", "Dao") { HasChair = false },
        new(Right.LeadMeeting, "Sitzung schließen", "Sitzung schließen?"),
        new(Right.FollowMeeting, "Sitzung Beirat", "Haushalt"),
        new(Right.UndoEntry, "Rückgängig", "Zurückgenommen", "bernd"),
        new(Right.BePresent, "anwesend", "anwesend"),
        new(Right.RecordAttendance, "Anwesenheit Beirat", "Bernd"),
        new(Right.ReadTasks, "Aufgaben Beirat", "Saal buchen") { HasChair = false },
        new(Right.FinishTask, "Aufgabe 1 erledigt", "ist erledigt", "hanna") { HasChair = false },
        new(Right.OpenMotion, "Abstimmung Projekt Beirat: Noch ein Banner?", "eröffnet werden") { HasChair = false },
        new(Right.OpenPoll, "Umfrage Beirat: Pause? Ja, Nein", "Umfrage"),
        new(Right.ReadBallots, "Abstimmungen", "Neues Banner", "bernd") { HasChair = false },
        new(Right.CastVote, "!ballot.vote ballot={ballot} option=Yes voter=bernd", "gezählt", "bernd") { HasChair = false },
        new(Right.CloseBallot, "!ballot.close.ask ballot={led}", "Ja, jetzt beenden"),
        new(Right.VoidBallot, "!ballot.void.ask ballot={led}", "Ja, für ungültig erklären"),
        new(Right.RepeatBallot, "!ballot.repeat.ask ballot={void}", "Ja, wiederholen"),
        new(Right.DecideTie, "!ballot.tie.decide ballot={tied} verdict=Accepted", "Grund") { CoordinatorLine = "!ballot.tie.decide ballot={tie} verdict=Accepted" },
        new(Right.WitnessLot, "!ballot.lot.draw ballot={lot}", "Los", "guel") { Committee = "ika", HasChair = false },
        new(Right.ReadElections, "Wahl Beirat", "Vorschläge werden bis", "hanna") { Committee = "plenum", HasChair = false },
        new(Right.CallElection, "Wahl Beirat: 2 Sitze, Vorschläge bis 14.2., Wahl bis 21.2.", "ausgerufen") { HasChair = false },
        new(Right.HoldElection, "!election.start.ask election={election}", "Jetzt eröffnen") { HasChair = false },
        new(Right.Nominate, "Vorschlag Beirat: Frank", "Das ist notiert") { Committee = "plenum", HasChair = false },
        new(Right.AnswerElection, "!election.refuse election={election}", "Vorschläge werden bis", "hanna") { Committee = "plenum", HasChair = false },
        new(Right.RecordLeaving, "Ausgeschieden: Amina aus Beirat", "Amina") { HasChair = false },
        new(Right.ReadMandates, "Mandate Beirat", "Besetzte Sitze") { HasChair = false },
        new(Right.GiveUpSeat, "Sitz von Bernd im Beirat endet am 1.3.", "ist er frei", "bernd") { HasChair = false },
        new(Right.ReadMinutes, "!minutes.show meeting={held}", "Rückblick"),
        new(Right.CorrectMinutes, "!minutes.correct.ask meeting={held}", "Berichtigung"),
        new(Right.KeepMinutes, "!minutes.approve.ask meeting={held}", "Einwand"),
        new(Right.ReadRules, "Abstimmungsregeln Beirat", "Fassung 1") { HasChair = false },
        new(Right.SetRules, "Regel Beirat", "Für welche Entscheidung") { HasChair = false },
        new(Right.ReadRota, "Reihum Beirat", "Amina") { HasChair = false },
        new(Right.SetRota, "Sitzungsleitung Beirat reihum: Amina, Bernd, Clara", "Stimmt das") { HasChair = false },
        new(Right.SwapTurns, "!rota.swap.ask committee=beirat other=person:bernd", "Bernd", "clara") { HasChair = false },
        new(Right.SkipTurn, "Überspringen Beirat", "Grund", "amina") { HasChair = false },
        new(Right.KeepChecklist, "!rota.check committee=beirat meeting={next} done=Place", "Sie leiten"),
        new(Right.SetUpNetwork, "Einrichtung", "Was noch fehlt") { HasChair = false },
        new(Right.SetUpInRooms, "Hier tagt: Beirat", "wo getagt wird") { HasChair = false },
        new(Right.ImportList, "Liste einlesen", "Excel- oder CSV-Datei") { HasChair = false },
        new(Right.ExportList, "Liste ausgeben", "nicht weitergeben") { HasChair = false },
        new(Right.EnterSchoolHolidays, "Schulferien: Winterferien 8.2.2027 bis 19.2.2027", "Eingetragen") { HasChair = false },
        new(Right.EnterMailOfOthers, "Mail von Amina: x@example.org", "gespeichert werden") { HasChair = false },
        new(Right.ReadDeliveries, "Zustellung", "Zustellung der letzten Nachrichten") { HasChair = false },
        new(Right.RetryDeliveries, "Erneut zustellen", "nichts, was noch einmal zu versuchen wäre") { HasChair = false },
        new(Right.ScheduleDigest, "Wochenüberblick: Dienstag 9 Uhr", "Dienstag") { HasChair = false },
        new(Right.WaiveRecommendation, "Ohne Empfehlung: Verein Neu", "Der Beirat wurde noch nicht gefragt") { HasChair = false },
        new(Right.ResignMembership, "Austritt erklären: Volkshochschule zum 31.12.2027", "olkshochschule Musterstadt", "frank") { HasChair = false },
        new(Right.SuspendMembership, "Mitgliedschaft ruhen lassen: Volkshochschule bis 30.6.", "Bitte einen Grund nennen") { HasChair = false },
        new(Right.ProposeExpulsion, "Ausschluss beantragen: Volkshochschule, weil sie nie kommt", "olkshochschule Musterstadt** soll") { HasChair = false },
        new(Right.AnswerExpulsion, "Stellungnahme: Wir kommen wieder", "Gründe: weil Spenden", "hanna") { HasChair = false },
        new(Right.RecordHearing, "Anhörung festhalten: Jugendtreff", "Tag der Anhörung") { HasChair = false },
        new(Right.WithdrawExpulsion, "Ausschlussantrag zurückziehen", "Der Fall ist damit beendet", "clara") { HasChair = false },
        new(Right.PrepareAdmission, "Aufnahme wirksam: Verein Neu ab 1.6.", "Bisher: mit dem Tag des Beschlusses") { HasChair = false },
        new(Right.ReadProspects, "Interessenten", "Mögliche Partner") { HasChair = false },
        new(Right.KeepProspects, "Interessent", "Notiz, nur für die Koordination") { HasChair = false },
        new(Right.ConsultBoard, "!admission.consult admission={applied}", "Verein Neu") { HasChair = false },
    ];
}
