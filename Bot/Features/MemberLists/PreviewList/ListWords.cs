using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.MemberLists;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.PreviewList;

/// <summary>Lists in words. Plain text: whoever puts it on a card escapes it.</summary>
internal static class ListWords
{
    /// <summary>Longest cell that is quoted, and longest line on a card, UTF-16 units.</summary>
    public const int LongestQuote = 60, LongestLine = 150;

    private static readonly ListPlace[] Usual =
    [
        new(ListColumn.Organization), new(ListColumn.Sector), new(ListColumn.MemberSince), new(ListColumn.Representative), new(ListColumn.RepresentativeMail),
        new(ListColumn.Substitute, 1), new(ListColumn.SubstituteMail, 1),
    ];

    /// <summary>The headings people may use, in the order in which they are handed over.</summary>
    public static string Columns(Reader reader) => string.Join(", ", Usual.Select(place => Column(reader, place)));

    /// <summary>The heading of a column.</summary>
    public static string Column(Reader reader, ListPlace place) => place.Column switch
    {
        ListColumn.Organization => Messages.Get(reader, Sentence.ImportColumnOrganization),
        ListColumn.Sector => Messages.Get(reader, Sentence.ImportColumnSector),
        ListColumn.MemberSince => Messages.Get(reader, Sentence.ImportColumnSince),
        ListColumn.Representative => Messages.Get(reader, Sentence.ImportColumnRepresentative),
        ListColumn.RepresentativeMail => Messages.Get(reader, Sentence.ImportColumnRepresentativeMail),
        ListColumn.Substitute => Messages.Get(reader, Sentence.ImportColumnSubstitute, place.Number),
        ListColumn.SubstituteMail => Messages.Get(reader, Sentence.ImportColumnSubstituteMail, place.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    /// <summary>What is wrong with a cell.</summary>
    public static string Fault(Reader reader, ListFault fault) => Fault(reader, fault.Reason, ShortText.Abbreviate(fault.Content, LongestQuote));

    private static string Fault(Reader reader, ListFaultReason reason, string content) => reason switch
    {
        ListFaultReason.NameMissing => Messages.Get(reader, Sentence.ImportFaultNameMissing),
        ListFaultReason.NameTooLong => Messages.Get(reader, Sentence.ImportFaultNameTooLong, content),
        ListFaultReason.NameTwice => Messages.Get(reader, Sentence.ImportFaultNameTwice, content),
        ListFaultReason.NameAmbiguous => Messages.Get(reader, Sentence.ImportFaultNameAmbiguous, content),
        ListFaultReason.ComingMember => Messages.Get(reader, Sentence.ImportFaultComingMember, content),
        ListFaultReason.FormerMember => Messages.Get(reader, Sentence.ImportFaultFormerMember, content),
        ListFaultReason.SectorUnknown => Messages.Get(reader, Sentence.ImportFaultSectorUnknown, content),
        ListFaultReason.DayUnreadable => Messages.Get(reader, Sentence.ImportFaultDayUnreadable, content),
        ListFaultReason.DayToCome => Messages.Get(reader, Sentence.ImportFaultDayToCome, content),
        ListFaultReason.MailUnreadable => Messages.Get(reader, Sentence.ImportFaultMailUnreadable),
        ListFaultReason.MailWithoutName => Messages.Get(reader, Sentence.ImportFaultMailWithoutName),
        ListFaultReason.MailContradicts => Messages.Get(reader, Sentence.ImportFaultMailContradicts, content),
        ListFaultReason.RepresentativeMissing => Messages.Get(reader, Sentence.ImportFaultRepresentativeMissing),
        ListFaultReason.PersonAmbiguous => Messages.Get(reader, Sentence.ImportFaultPersonAmbiguous, content),
        ListFaultReason.PersonTwice => Messages.Get(reader, Sentence.ImportFaultPersonTwice, content),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>What changes about a member.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="change">What changes.</param>
    /// <param name="nameOf">Names of people.</param>
    public static string Change(Reader reader, ListChange change, Func<PersonId, string> nameOf)
    {
        var parts = new List<string>();
        if (change.Before.Sector != change.After.Sector)
        {
            parts.Add(Messages.Get(reader, Sentence.ImportChangeSector, SectorWords.Name(reader, change.After.Sector!.Value)));
        }

        if (change.Before.MemberSince != change.After.MemberSince)
        {
            parts.Add(Messages.Get(reader, Sentence.ImportChangeSince, Appointments.Date(reader, change.After.MemberSince), Appointments.Date(reader, change.Before.MemberSince)));
        }

        if (!change.Before.Representatives.SequenceEqual(change.After.Representatives))
        {
            parts.Add(Messages.Get(reader, Sentence.ImportChangeActing, Names(reader, change.After, nameOf), Names(reader, change.Before, nameOf)));
        }

        parts.AddRange(change.Mailed.Select(person => Messages.Get(reader, Sentence.ImportChangeMail, ShortText.Abbreviate(person.Name, LongestQuote))));
        return string.Join("; ", parts);
    }

    /// <summary>A question in words.</summary>
    public static string Question(Reader reader, ListQuestion question)
    {
        var (name, other) = (ShortText.Abbreviate(question.Name, LongestQuote), ShortText.Abbreviate(question.OtherName, LongestQuote));
        return question.Existing is null
            ? Messages.Get(reader, Sentence.ImportQuestionRow, question.Row, name, other, question.OtherRow)
            : Messages.Get(reader, Sentence.ImportQuestion, question.Row, name, other);
    }

    /// <summary>Names of people by their identities: those in the network and those the list brings.</summary>
    public static Func<PersonId, string> NamesIn(ListView view)
    {
        var names = view.Network.People.Concat(view.Plan.NewPeople).GroupBy(person => person.Id).ToDictionary(group => group.Key, group => group.First().Name);
        return person => names.GetValueOrDefault(person, person.Value);
    }

    /// <summary>A row's number as text.</summary>
    public static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);

    private static string Names(Reader reader, MemberOrganization organization, Func<PersonId, string> nameOf) => organization.Representatives.Count == 0
        ? Messages.Get(reader, Sentence.ImportNobody)
        : string.Join(", ", organization.Representatives.Select(person => ShortText.Abbreviate(nameOf(person), LongestQuote)));
}
