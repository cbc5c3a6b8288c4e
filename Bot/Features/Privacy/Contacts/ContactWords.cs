using System;
using System.Linq;
using Bot.Domain.Privacy;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.Contacts;

/// <summary>Fields and audiences as people say them.</summary>
internal static class ContactWords
{
    private static readonly (ContactField Field, string[] Words)[] Fields =
    [
        (ContactField.Phone, ["telefon", "handy", "phone"]),
        (ContactField.Mail, ["mail", "e-mail", "email"]),
        (ContactField.Function, ["funktion", "rolle", "function", "role"]),
    ];

    private static readonly (ContactAudience Audience, string[] Endings)[] Audiences =
    [
        (ContactAudience.Nobody, ["fuer niemanden", "for nobody"]),
        (ContactAudience.Coordinators, ["fuer die koordination", "for coordinators", "for the coordinators"]),
        (ContactAudience.Committees, ["fuer meine gremien", "for my committees"]),
        (ContactAudience.Members, ["fuer alle mitglieder", "fuer alle", "for all members", "for everybody"]),
    ];

    private static readonly string[] Withdraws = ["loeschen", "zurueckziehen", "delete", "withdraw"];

    /// <summary>The field a text begins with and what is said of it: "Telefon: 0341 1234 für meine Gremien", "Telefon löschen". Null when it begins with none, as a name does.
    /// Without an audience only coordinators are told.</summary>
    public static (ContactField Field, string Value, ContactAudience Audience)? Read(string text)
    {
        var split = text.IndexOfAny([' ', ':']);
        if (split < 0 || Fields.FirstOrDefault(field => field.Words.Contains(CommandText.Fold(text[..split]))) is not { Words: not null } known)
        {
            return null;
        }

        var words = text[split..].Trim(' ', ':').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var only] && Withdraws.Contains(CommandText.Fold(only)))
        {
            return (known.Field, string.Empty, ContactAudience.Nobody);
        }

        foreach (var (audience, endings) in Audiences)
        {
            foreach (var count in endings.Select(ending => ending.Split(' ').Length).Distinct().Where(count => count < words.Length))
            {
                if (endings.Contains(CommandText.Fold(string.Join(' ', words[^count..]))))
                {
                    return (known.Field, string.Join(' ', words[..^count]), audience);
                }
            }
        }

        return words.Length == 0 ? null : (known.Field, string.Join(' ', words), ContactAudience.Coordinators);
    }

    /// <summary>What a field is called.</summary>
    public static Sentence Of(ContactField field) => field switch
    {
        ContactField.Function => Sentence.ContactFunction,
        ContactField.Phone => Sentence.ContactPhone,
        ContactField.Mail => Sentence.ContactMail,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>What an audience is called.</summary>
    public static Sentence Of(ContactAudience audience) => audience switch
    {
        ContactAudience.Nobody => Sentence.ContactForNobody,
        ContactAudience.Coordinators => Sentence.ContactForCoordinators,
        ContactAudience.Committees => Sentence.ContactForCommittees,
        ContactAudience.Members => Sentence.ContactForMembers,
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };
}
