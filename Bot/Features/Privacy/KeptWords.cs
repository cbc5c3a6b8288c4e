using System;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy;

/// <summary>What is kept, in plain words.</summary>
internal static class KeptWords
{
    /// <summary>One line of what is kept. Markdown.</summary>
    public static string Line(Turn turn, KeptKind kind, int count) => Messages.Get(turn.Reader, Sentence.KeptLine, What(turn, kind), count);

    /// <summary>What becomes of it, as a heading of a part.</summary>
    public static Sentence FateOf(Fate fate) => fate switch
    {
        Fate.Goes => Sentence.KeptGoes,
        Fate.LosesName => Sentence.KeptLosesName,
        Fate.Expires => Sentence.KeptExpires,
        _ => throw new ArgumentOutOfRangeException(nameof(fate)),
    };

    /// <summary>What it is, with what can be said in a line.</summary>
    private static string What(Turn turn, KeptKind kind) => kind switch
    {
        KeptKind.Profile => Messages.Get(turn.Reader, Sentence.KeptProfile, Escaped(turn.Sender!.Name)),
        KeptKind.Mail => Messages.Get(turn.Reader, Sentence.KeptMail, CardText.Escape(turn.Sender!.Mail?.Value ?? string.Empty)),
        KeptKind.Place => Messages.Get(turn.Reader, Sentence.KeptPlace, Escaped(Places(turn.Reader, turn.Network, turn.Sender!.Id))),
        _ => Messages.Get(turn.Reader, Plain(kind)),
    };

    private static Sentence Plain(KeptKind kind) => kind switch
    {
        KeptKind.Settings => Sentence.KeptSettings,
        KeptKind.Chat => Sentence.KeptChat,
        KeptKind.Deliveries => Sentence.KeptDeliveries,
        KeptKind.Replies => Sentence.KeptReplies,
        KeptKind.Attendance => Sentence.KeptAttendance,
        KeptKind.MeetingWork => Sentence.KeptMeetingWork,
        KeptKind.Tasks => Sentence.KeptTasks,
        KeptKind.Votes => Sentence.KeptVotes,
        KeptKind.Elections => Sentence.KeptElections,
        KeptKind.Admissions => Sentence.KeptAdmissions,
        KeptKind.Prospects => Sentence.KeptProspects,
        KeptKind.Resolutions => Sentence.KeptResolutions,
        KeptKind.Minutes => Sentence.KeptMinutes,
        KeptKind.Changes => Sentence.KeptChanges,
        KeptKind.Contact => Sentence.KeptContact,
        KeptKind.LookedAt => Sentence.KeptLookedAt,
        KeptKind.LookUps => Sentence.KeptLookUps,
        KeptKind.Acts => Sentence.KeptActs,
        KeptKind.Lists => Sentence.KeptLists,
        KeptKind.Leaving => Sentence.KeptLeaving,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Places(Reader reader, Network network, PersonId person)
    {
        const int most = 8;
        var all = network.Seats.Where(seat => seat.Person == person).Select(seat => network.Committee(seat.Committee)?.Name).OfType<string>()
            .Concat(network.Organizations.Concat(network.ComingOrganizations).Where(organization => organization.Representatives.Contains(person)).Select(organization => organization.Name)).ToList();
        return string.Join(", ", all.Count <= most ? all : [.. all.Take(most), Messages.Get(reader, Sentence.KeptMorePlaces, all.Count - most)]);
    }

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
