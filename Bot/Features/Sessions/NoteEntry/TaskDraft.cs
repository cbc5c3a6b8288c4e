using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Sessions.NoteEntry;

/// <summary>A task as it was typed: "Aufgabe @Anna bis 3.4.: Saal buchen".</summary>
/// <param name="Meeting">In which meeting.</param>
/// <param name="Text">What is to be done.</param>
internal sealed partial record TaskDraft(MeetingId Meeting, string Text)
{
    private const string Nobody = "-";

    private static readonly string[] SmallWords = ["fuer", "an", "bis", "spaetestens", "zum", "am", "for", "to", "by", "until"];

    /// <summary>Who, as it was written; empty for nobody.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Who, when that is known: mentioned, or chosen.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Whether the name was confirmed to stay as it was written.</summary>
    public bool IsInWords { get; init; }

    /// <summary>Until which day.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>What is to be asked about the day.</summary>
    public IReadOnlyList<AppointmentProblem> Problems { get; init; } = [];

    /// <summary>As data of a button.</summary>
    public (string Name, string Value)[] Data =>
    [
        ("meeting", Meeting.Value), ("text", Text), ("name", Name), ("person", IsInWords ? Nobody : Person?.Value ?? string.Empty),
        ("due", Due is { } day ? LocalDatePattern.Iso.Format(day) : string.Empty),
    ];

    /// <summary>Reads what a button carries. Anybody can make it up; whoever it names is looked for again.</summary>
    public static TaskDraft Of(CardForm form, Meeting meeting) => new(meeting.Id, form["text"])
    {
        Name = form["name"],
        IsInWords = form["person"] == Nobody,
        Person = form.Id("person") is { } person && person != Nobody ? new PersonId(person) : null,
        Due = AppointmentQuestions.PickedDay(form) ?? (LocalDatePattern.Iso.Parse(form["due"]) is { Success: true, Value: { Year: >= 1900 and <= 9998 } day } ? day : null),
    };

    /// <summary>Reads a typed line.</summary>
    public static TaskDraft Of(Turn turn, CommandText text, Meeting meeting)
    {
        var raw = text.Raw;
        var head = text.HasColon ? raw[..^text.AfterColon.Length].TrimEnd().TrimEnd(':') : raw;
        var (mentioned, name, rest) = Mention(turn, head);
        var reading = AppointmentReader.Read(rest, turn.LocalNow, turn.Network.Zone);
        var words = Words(turn, meeting, reading.Rest);
        var known = mentioned is not null || name.Length > 0;
        return new TaskDraft(meeting.Id, text.HasColon ? text.AfterColon : known ? words : string.Empty)
        {
            Person = mentioned,
            Name = known ? name : text.HasColon ? words : string.Empty,
            Due = reading.Day,
            Problems = reading.Problems,
        };
    }

    /// <summary>Those who may be meant: of the committee and the coordinators; else the only one of the network. Nobody who is not there learns of others.</summary>
    public IReadOnlyList<Person> Candidates(Network network, Committee committee)
    {
        if (Person is { } chosen)
        {
            return network.Person(chosen) is { } known ? [known] : [];
        }

        if (IsInWords || Name.Length == 0)
        {
            return [];
        }

        var named = PersonFinder.Named(network, Name);
        var near = named.Where(person => network.Allows(Right.ReadTasks, person.Id, committee)).ToList();
        return near.Count > 0 ? near : named is [var only] ? [only] : [];
    }

    /// <summary>Those with a name much like the one that was written, where nobody is called that: of the committee and the coordinators.</summary>
    public IReadOnlyList<Person> NearCandidates(Network network, Committee committee) => Person is not null || IsInWords || Name.Length == 0 || PersonFinder.Named(network, Name).Count > 0
        ? []
        : PersonFinder.Near(network.People.Where(person => network.Allows(Right.ReadTasks, person.Id, committee)), Name);

    /// <summary>The first person who is mentioned; the head without the mention. Somebody mentioned whom the network does not know is known by name.</summary>
    private static (PersonId? Person, string Name, string Left) Mention(Turn turn, string head)
    {
        foreach (var entity in turn.Activity.Entities ?? [])
        {
            if (entity is { Type: Entity.MentionType, Mentioned: { } mentioned, Text: { Length: > 0 } said } && mentioned.Id != turn.Activity.Recipient?.Id
                && CommandText.OneLine(WebUtility.HtmlDecode(said)) is { Length: > 0 } shown && head.Contains(shown, System.StringComparison.OrdinalIgnoreCase))
            {
                var rest = head.Replace(shown, " ", System.StringComparison.OrdinalIgnoreCase);
                var person = turn.Snapshot.PersonOf(new Account(mentioned.Id, mentioned.AadObjectId));
                return (person?.Id, person?.Name ?? CommandText.OneLine(AtMarks().Replace(shown, string.Empty)), rest);
            }
        }

        return At().Match(head) is { Success: true } at ? (null, at.Groups["name"].Value, head.Replace(at.Value, " ", System.StringComparison.Ordinal)) : (null, string.Empty, head);
    }

    /// <summary>What is left of the head once the command's word, the committee and the small words are gone: a name.</summary>
    private static string Words(Turn turn, Meeting meeting, string rest)
    {
        var words = turn.Network.Committee(meeting.Committee) is { } committee ? CommitteeFinder.Without(committee, rest) : rest;
        var names = Command().Replace(words, string.Empty).Split(' ', System.StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim(',', ';', ':', '@', '.', '-', '–')).Where(word => word.Length > 0 && !SmallWords.Contains(CommandText.Fold(word)));
        return string.Join(' ', names);
    }

    [GeneratedRegex(@"^\s*(neue\s+|new\s+)?\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"@(?<name>\p{L}[\p{L}\p{M}'’.-]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex At();

    [GeneratedRegex(@"</?at[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtMarks();
}
