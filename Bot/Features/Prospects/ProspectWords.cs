using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects;

/// <summary>Prospects in words. Markdown; what people wrote is escaped.</summary>
internal static class ProspectWords
{
    /// <summary>Where one is.</summary>
    public static string Of(Reader reader, ProspectStage stage) => Messages.Get(reader, stage switch
    {
        ProspectStage.Applied => Sentence.ProspectApplied,
        ProspectStage.Contacted => Sentence.ProspectContacted,
        ProspectStage.Noted => Sentence.ProspectNoted,
        ProspectStage.Declined => Sentence.ProspectDeclined,
        ProspectStage.Member => Sentence.ProspectMember,
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    });

    /// <summary>One line of the list: name, sector, the last contact, when to ask again. No note, which is for whoever looks at the one.</summary>
    public static string Line(Reader reader, Prospect prospect)
    {
        List<string> parts = [Messages.Get(reader, Sentence.ProspectName, Escaped(prospect.Name))];
        if (prospect.Details.Sector is { } sector)
        {
            parts.Add(SectorWords.Name(reader, sector));
        }

        if (prospect.Contacts is [.., var last])
        {
            parts.Add(Messages.Get(reader, Sentence.ProspectLastContact, last.Day));
        }

        if (prospect.Details.FollowUp is { } day)
        {
            parts.Add(Messages.Get(reader, Sentence.ProspectFollowUp, day));
        }

        return string.Join(" · ", parts);
    }

    /// <summary>Everything that is noted about one, line by line; the contacts apart.</summary>
    public static IEnumerable<string> Lines(Reader reader, Network network, NotedProspect noted)
    {
        var prospect = noted.Prospect;
        yield return Messages.Get(reader, Sentence.ProspectState, Of(reader, noted.Stage));
        yield return Messages.Get(reader, Sentence.ProspectSector, prospect.Details.Sector is { } sector ? SectorWords.Name(reader, sector) : Messages.Get(reader, Sentence.ProspectSectorOpen));
        if (prospect.Details.Note.Length > 0)
        {
            yield return Messages.Get(reader, Sentence.ProspectNote, Escaped(prospect.Details.Note));
        }

        if (prospect.Details.FollowUp is { } day)
        {
            yield return Messages.Get(reader, Sentence.ProspectFollowUpOn, day);
        }

        if (prospect.Declined is { } declined)
        {
            yield return Messages.Get(reader, Sentence.ProspectDeclinedOn, declined.Day, Name(network, declined.By));
        }

        yield return Messages.Get(reader, Sentence.ProspectAddedOn, prospect.AddedAt.InZone(network.Zone).Date, Name(network, prospect.AddedBy));
    }

    /// <summary>The contacts that are kept, the latest first.</summary>
    public static IEnumerable<string> Contacts(Reader reader, Network network, Prospect prospect) => prospect.Contacts.Reverse().Select(contact => contact.Note.Length == 0
        ? Messages.Get(reader, Sentence.ProspectContactBare, contact.Day, Name(network, contact.By))
        : Messages.Get(reader, Sentence.ProspectContact, contact.Day, Name(network, contact.By), Escaped(contact.Note)));

    /// <summary>What people wrote, in one line.</summary>
    public static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);

    private static string Name(Network network, PersonId person) => Escaped(TieWords.NameOf(network, person));
}
