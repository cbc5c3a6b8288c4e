using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using Bot.Domain.Rights;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Records;
using Bot.Domain.Rotas;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Register.FollowResolution;

/// <summary>What was typed about a resolution: "Beschluss 2026-07 zuständig: Anna bis 3.4.", "Beschluss 2026-07 erledigt: Saal ist gebucht".</summary>
internal static partial class FollowUpText
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether the line says who is responsible, or until when.</summary>
    public static bool IsAssignment(CommandText text) => Assignment().IsMatch(text.Folded);

    /// <summary>How far the line says it is; null when it says nothing of it.</summary>
    public static ResolutionState? StateIn(string folded) => Done().IsMatch(folded) ? ResolutionState.Done : Progress().IsMatch(folded) ? ResolutionState.InProgress : null;

    /// <summary>Whether the line says how far a resolution is.</summary>
    public static bool IsReport(CommandText text) => Report().IsMatch(text.Folded);

    /// <summary>What is left of a line about a resolution once its beginning is gone.</summary>
    public static string Rest(string raw) => Beginning().Match(raw) is { Success: true } match ? raw[match.Length..].Trim(' ', ':', ',') : string.Empty;

    /// <summary>Who and until when, as far as it was understood.</summary>
    public static (string Name, AppointmentReading Until) Terms(Turn turn, string rest)
    {
        var reading = AppointmentReader.Read(Keywords().Replace(rest, " "), turn.LocalNow, turn.Network.Zone);
        var words = reading.Rest.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', ';', ':', '@'))
            .Where(word => word.Length > 0 && CommandText.Fold(word).Trim('.') is not ("bis" or "zum" or "spaetestens" or "am" or "until" or "by" or "to" or "on" or "und" or "and"));
        return (AtMarks().Replace(string.Join(' ', words), string.Empty).Trim(), reading);
    }

    /// <summary>The person who is mentioned in the message; null when nobody is whom the network knows.</summary>
    public static Person? Mentioned(Turn turn) => (turn.Activity.Entities ?? [])
        .Where(entity => entity is { Type: Entity.MentionType, Mentioned: not null } && entity.Mentioned.Id != turn.Activity.Recipient?.Id)
        .Select(entity => turn.Snapshot.PersonOf(new Account(entity.Mentioned!.Id, entity.Mentioned.AadObjectId))).FirstOrDefault(person => person is not null);

    /// <summary>Who is meant by a name: a person, those of the committee before others; else a member organization.</summary>
    public static Outcome<RotaHost> Owner(Network network, CommitteeId committee, string name)
    {
        var people = PersonFinder.Named(network, name);
        var near = people.Where(person => network.Committee(committee) is { } where && network.Allows(Right.FollowResolution, person.Id, where)).ToList();
        var meant = near.Count > 0 ? near : people;
        if (meant.Count == 1)
        {
            return RotaHost.Of(meant[0].Id);
        }

        var words = SearchWords.Of(name);
        var organizations = meant.Count > 0 || words.Words.Count == 0 ? [] : network.Organizations.Where(organization => words.AreIn(organization.Name)).ToList();
        return organizations.Count == 1
            ? RotaHost.Of(organizations[0].Id)
            : meant.Count + organizations.Count > 1
                ? new Refusal(RefusalCode.ResolutionOwnerUnclear, string.Join(", ", meant.Select(person => person.Name).Concat(organizations.Select(organization => organization.Name)).Take(5)))
                : new Refusal(RefusalCode.ResolutionOwnerUnknown, name);
    }

    /// <summary>A text without the marks of a mention.</summary>
    public static string WithoutMention(string text) => WebUtility.HtmlDecode(AtMarks().Replace(text, " "));

    private const string Start = @"^\s*(der\s+|den\s+|the\s+)?(assign\s+)?(beschluss|resolution)\s+(zuteilen\s+)?(nr\.?\s*|no\.?\s*)?20\d\d-\d{1,5}\s*[:,]?\s*";

    [GeneratedRegex(Start + @"(ist\s+|is\s+)?(zustaendig|verantwortlich|neue frist|frist|owner|responsible|assigned to|new due date|due|new deadline|deadline)\b", Plain, 1000)]
    private static partial Regex Assignment();

    [GeneratedRegex(Start + @"(ist\s+|is\s+)?(erledigt|umgesetzt|abgeschlossen|fertig|done|finished|carried out|in arbeit|in progress|begonnen|under way)\b", Plain, 1000)]
    private static partial Regex Report();

    [GeneratedRegex(@"\b(erledigt|umgesetzt|abgeschlossen|fertig|done|finished|carried out)\b", Plain, 1000)]
    private static partial Regex Done();

    [GeneratedRegex(@"\b(in arbeit|in progress|begonnen|under way)\b", Plain, 1000)]
    private static partial Regex Progress();

    [GeneratedRegex(Start, Plain, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\b(zust(\u00E4|ae)ndig( ist| sind)?|verantwortlich|neue frist|frist|owner|responsible|assigned to|new due date|due date|due|new deadline|deadline|ist|is)\b\s*:?", Plain, 1000)]
    private static partial Regex Keywords();

    [GeneratedRegex(@"</?at[^>]*>|@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtMarks();
}
