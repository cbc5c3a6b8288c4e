using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;

namespace Bot.Domain.Minutes;

/// <summary>The version of minutes for everybody: what was decided, and by how many; never by whom.</summary>
/// <remarks>That somebody belongs to such a network can tell what they believe in, and people have been threatened with lists of names; so a public version names
/// nobody: no people, no organizations, no place where people meet again, and no words that were noted in passing. Source: features 4.6.</remarks>
public static class PublicMinutes
{
    /// <summary>Leaves out confidential items, people, organizations, place, reasons, notes, tasks and mood polls; decisions and counts stay.</summary>
    public static MinutesBody ForEverybody(this MinutesBody body) => body with
    {
        IsPublic = true,
        Place = string.Empty,
        Topic = string.Empty,
        Chair = string.Empty,
        MinuteTaker = string.Empty,
        Convening = body.Convening with { Reason = string.Empty },
        Attendance = [],
        Items = [.. body.Items.Where(item => item.Visibility == AgendaVisibility.All).Select(ForEverybody)],
        Outside = ForEverybody(body.Outside),
    };

    /// <summary>Leaves out what is for the committee alone, where others may read along.</summary>
    public static MinutesBody WithoutConfidential(this MinutesBody body) =>
        body with { Items = [.. body.Items.Where(item => item.Visibility == AgendaVisibility.All)] };

    private static MinutesItem ForEverybody(MinutesItem item) => item with
    {
        Presenter = string.Empty,
        Entries = [.. item.Entries.Where(entry => entry.Kind == SessionEntryKind.Decision).Select(entry => entry with { TieBreak = Nameless(entry.TieBreak) })],
        Ballots = [.. item.Ballots.Where(ballot => ballot.Kind != MotionKind.Poll).Select(ForEverybody)],
        Elections = [.. item.Elections.Select(ForEverybody)],
    };

    private static MinutesBallot ForEverybody(MinutesBallot ballot)
    {
        var namesSomebody = ballot.Kind is MotionKind.Admission or MotionKind.AdmissionRecommendation or MotionKind.Expulsion or MotionKind.ExpulsionRecommendation;
        return ballot with
        {
            Title = namesSomebody ? string.Empty : ballot.Title,
            Text = namesSomebody ? string.Empty : ballot.Text,
            TieBreak = Nameless(ballot.TieBreak),
            VoidBecause = ballot.VoidBecause is null ? null : string.Empty,
        };
    }

    private static MinutesTieBreak? Nameless(MinutesTieBreak? tie) => tie is null ? null : tie with { By = string.Empty, Witness = string.Empty, Reason = string.Empty };

    private static MinutesElection ForEverybody(MinutesElection election) => election with
    {
        Rounds = [],
        Lots = [],
        Mandates = [.. election.Mandates.Select(mandate => mandate with { Name = string.Empty })],
    };
}
