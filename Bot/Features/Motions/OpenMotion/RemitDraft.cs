using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>What a working group is to be there for, as far as it was understood. All of it may be missing.</summary>
internal sealed record RemitDraft
{
    /// <summary>Name of the field for what it is there for.</summary>
    public const string TextField = "remit";

    private const int NamesLimit = 400;

    /// <summary>What it is there for.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Who speaks for it.</summary>
    public PersonId? Speaker { get; init; }

    /// <summary>The name of whoever is to, as it was written and not found yet.</summary>
    public string SpeakerName { get; init; } = string.Empty;

    /// <summary>Who else is in it.</summary>
    public IReadOnlyList<PersonId> Others { get; init; } = [];

    /// <summary>Names of others, as they were written and not found yet, separated by commas.</summary>
    public string MemberNames { get; init; } = string.Empty;

    /// <summary>Last day of its term.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The day its first report is due.</summary>
    public LocalDate? ReportDue { get; init; }

    /// <summary>Months from one report to the next.</summary>
    public int? ReportMonths { get; init; }

    /// <summary>Whether members join without being asked.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Days that could not be read, as they were written.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Whether everything that was written was found.</summary>
    public bool IsClear => SpeakerName.Length == 0 && MemberNames.Length == 0 && Unread.Count == 0;

    /// <summary>As the motion carries it.</summary>
    public Remit Complete => new() { Text = Text.Trim(), Spokesperson = Speaker, Until = Until, ReportDue = ReportDue, ReportMonths = ReportMonths, IsOpen = IsOpen };

    /// <summary>The same with the people found by their names; those of whom none or several fit stay as they were written.</summary>
    public RemitDraft Named(Network network)
    {
        var speaker = SpeakerName.Length == 0 ? null : Only(network, SpeakerName);
        var names = MemberNames.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => (Name: name, Person: Only(network, name))).ToList();
        return this with
        {
            Speaker = speaker?.Id ?? Speaker,
            SpeakerName = speaker is null ? SpeakerName : string.Empty,
            Others = [.. Others.Concat(names.Select(one => one.Person?.Id).OfType<PersonId>()).Distinct()],
            MemberNames = string.Join(", ", names.Where(one => one.Person is null).Select(one => one.Name)),
        };
    }

    /// <summary>The draft of what a line says.</summary>
    public static RemitDraft Of(SaidRemit said) => new()
    {
        Text = said.Text,
        SpeakerName = said.Speaker,
        MemberNames = said.Members,
        Until = said.Until,
        ReportDue = said.ReportDue,
        ReportMonths = said.ReportMonths,
        IsOpen = said.IsOpen ?? false,
        Unread = said.Unread,
    };

    /// <summary>Reads what a card carries: names from the form, identities from the preview.</summary>
    public static RemitDraft Read(CardForm form)
    {
        var (speaker, members) = (form["speaker"].Trim(), form["members"].Trim());
        return new RemitDraft
        {
            Text = form[TextField],
            SpeakerName = speaker,
            Speaker = speaker.Length == 0 && form.Id("speakerId") is { } id ? new PersonId(id) : null,
            MemberNames = members,
            Others = members.Length > 0 ? [] : [.. form["memberIds"].Split('|', StringSplitOptions.RemoveEmptyEntries).Take(MotionProposal.MostFirstMembers + 1).Select(member => new PersonId(member)).Distinct()],
            Until = TermDay.In(form["until"]),
            ReportDue = TermDay.In(form["report"]),
            ReportMonths = form.Number("months"),
            IsOpen = form["open"] == "true",
        };
    }

    /// <summary>As data of a button, but for the text.</summary>
    public IEnumerable<(string Name, string Value)> ToData() => ((string Name, string Value)[])
    [
        ("speakerId", Speaker?.Value ?? string.Empty), ("memberIds", string.Join('|', Others.Select(member => member.Value))), ("until", MotionDraft.Write(Until)),
        ("report", MotionDraft.Write(ReportDue)), ("months", ReportMonths?.ToString(CultureInfo.InvariantCulture) ?? string.Empty), ("open", IsOpen ? "true" : string.Empty),
    ];

    /// <summary>What could not be taken as it was written.</summary>
    public IEnumerable<string> Questions(Reader reader)
    {
        var people = string.Join(", ", new[] { SpeakerName, MemberNames }.Where(names => names.Length > 0));
        if (people.Length > 0)
        {
            yield return Messages.Get(reader, Sentence.AskGroupPeople, CardText.Escape(ShortText.Abbreviate(people, MotionProposal.TitleLimit), LineBreaks.Collapse));
        }

        if (Unread.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.AskGroupDay, CardText.Escape(ShortText.Abbreviate(string.Join(", ", Unread), MotionProposal.TitleLimit), LineBreaks.Collapse));
        }
    }

    /// <summary>The inputs of the form.</summary>
    public IEnumerable<CardElement> Inputs(Turn turn)
    {
        var reader = turn.Reader;
        var members = string.Join(", ", Others.Select(member => turn.Network.Person(member)?.Name).OfType<string>().Append(MemberNames).Where(name => name.Length > 0));
        yield return InputPart.Text(reader, TextField, Sentence.InputRemit, Text, Remit.TextLimit) with { IsMultiline = true };
        yield return InputPart.Text(reader, "speaker", Sentence.InputSpeaker, Speaker is { } speaker ? turn.Network.Person(speaker)?.Name ?? string.Empty : SpeakerName, Person.NameLimit);
        yield return InputPart.Text(reader, "members", Sentence.InputFirstMembers, members, NamesLimit);
        yield return InputPart.Day(reader, "until", Sentence.InputTermUntil, Until);
        yield return InputPart.Day(reader, "report", Sentence.InputReportDue, ReportDue);
        yield return new NumberInput { Id = "months", Label = Messages.Get(reader, Sentence.InputReportMonths), Min = 1, Max = Remit.MostMonths, Value = ReportMonths };
        yield return new ToggleInput { Id = "open", Label = Messages.Get(reader, Sentence.InputGroupOpen), Title = Messages.Get(reader, Sentence.GroupOpenChoice), Value = IsOpen ? "true" : "false" };
    }

    private static Person? Only(Network network, string name) => PersonFinder.Named(network, name.Trim('@', ' ')) is [var one] ? one : null;
}
