using Bot.Texts;

namespace Bot.Turns;

/// <content>What people ask about their own data.</content>
internal static partial class CommandTable
{
    public static readonly CommandEntry OwnData = new(
        "data.own", Sentence.CommandOwnData, Sentence.CommandOwnDataDescription, Sentence.CommandOwnDataExample,
        ["meine daten", "was ist ueber mich gespeichert", "was weisst du ueber mich", "my data", "what is kept about me", "what do you know about me"]);

    public static readonly CommandEntry Contact = new(
        "contact.show", Sentence.CommandContact, Sentence.CommandContactDescription, Sentence.CommandContactExample,
        ["kontakt", "kontaktdaten", "meine kontaktdaten", "mein kontakt", "contact", "my contact"]);

    public static readonly CommandEntry ContactLog = new(
        "contact.log", Sentence.CommandContactLog, Sentence.CommandContactLogDescription, Sentence.CommandContactLogExample,
        ["wer hat nachgesehen", "wer hat nach mir gesehen", "who looked", "who looked me up"]);

    public static readonly CommandEntry LockProfile = new(
        "profile.lock", Sentence.CommandLockProfile, Sentence.CommandLockProfileDescription, Sentence.CommandLockProfileExample,
        ["profil sperren", "mein profil sperren", "sperre mein profil", "lock profile", "lock my profile"]);

    public static readonly CommandEntry UnlockProfile = new(
        "profile.unlock", Sentence.CommandUnlockProfile, Sentence.CommandUnlockProfileDescription, Sentence.CommandUnlockProfileExample,
        ["profil entsperren", "mein profil entsperren", "unlock profile", "unlock my profile"]);

    public static readonly CommandEntry Audit = new(
        "audit.show", Sentence.CommandAudit, Sentence.CommandAuditDescription, Sentence.CommandAuditExample,
        ["aenderungsverlauf", "verlauf der aenderungen", "wer hat was geaendert", "audit log", "who changed what"]);

    public static readonly CommandEntry Retention = new(
        "retention.show", Sentence.CommandRetention, Sentence.CommandRetentionDescription, Sentence.CommandRetentionExample,
        ["aufbewahrung", "loeschfristen", "kontaktabfragen", "retention", "contact look-ups", "contact lookups"]);

    public static readonly CommandEntry DeleteOwnData = new(
        "data.delete", Sentence.CommandDeleteOwnData, Sentence.CommandDeleteOwnDataDescription, Sentence.CommandDeleteOwnDataExample,
        ["meine daten loeschen", "loesche meine daten", "daten loeschen", "delete my data", "my data delete", "erase my data"]);
}
