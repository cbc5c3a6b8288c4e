using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Privacy.Contacts;

/// <summary>One's own sheet as a form, and what one is told of somebody else.</summary>
internal static class ContactCard
{
    /// <summary>Where the form keeps who may be told a field.</summary>
    public static string AudienceName(ContactField field) => field + "For";

    /// <summary>The sender's own sheet, to be filled in.</summary>
    public static AdaptiveCard Own(Reader reader, ContactSheet sheet, int lookUpsADay, string? lead = null)
    {
        var heading = Messages.Get(reader, Sentence.ContactHeading);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                .. Enum.GetValues<ContactField>().SelectMany(field => Inputs(reader, field, sheet.Entries.GetValueOrDefault(field, new ContactEntry(string.Empty, ContactAudience.Nobody)))),
                CardPart.Subtle(Messages.Get(reader, Sentence.ContactHint, lookUpsADay)),
                .. CardPart.Rows(
                [
                    CardPart.Button(reader, Sentence.ButtonSaveContact, PrivacyVerbs.SaveContact),
                    CardPart.Button(reader, Sentence.ButtonWithdrawContact, PrivacyVerbs.WithdrawContact),
                    SuggestionCard.RunButton(reader, CommandTable.ContactLog),
                ]),
            ],
        };
    }

    /// <summary>What the sender may be told of somebody.</summary>
    public static AdaptiveCard Of(Reader reader, Person person, IReadOnlyList<KeyValuePair<ContactField, ContactEntry>> told)
    {
        var heading = Messages.Get(reader, Sentence.ContactOf, CardText.Escape(person.Name, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            // What a notification shows is read by whoever sees the telephone.
            FallbackText = Messages.Get(reader, Sentence.ContactHeadingOther),
            Body =
            [
                CardPart.Heading(heading),
                CardPart.List(told.Select(entry => Messages.Get(reader, Sentence.ContactLine, Messages.Get(reader, ContactWords.Of(entry.Key)), CardText.Escape(entry.Value.Value, LineBreaks.Collapse)))),
                CardPart.Subtle(Messages.Get(reader, Sentence.ContactNoted)),
            ],
        };
    }

    /// <summary>Who asked for the sender, the latest first.</summary>
    public static AdaptiveCard Log(Turn turn, IReadOnlyList<(PersonId By, Instant At)> looked, PageRequest asked)
    {
        const int most = 20;
        var heading = Messages.Get(turn.Reader, looked.Count == 0 ? Sentence.ContactLogNone : Sentence.ContactLogHeading);
        var page = Paging.Cut(looked, one => one.At.ToUnixTimeTicks().ToString(System.Globalization.CultureInfo.InvariantCulture), _ => 200, most, asked);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. looked.Count == 0 ? Enumerable.Empty<CardElement>() : [CardPart.List(page.Items.Select(one => Line(turn, one)))],
                .. Paging.Line(turn.Reader, page, Messages.Get(turn.Reader, Sentence.CommandContactLog)),
            ],
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, page, CommandTable.ContactLog)],
        };
    }

    private static string Line(Turn turn, (PersonId By, Instant At) one)
    {
        var at = one.At.InZone(turn.Network.Zone).LocalDateTime;
        return Messages.Get(
            turn.Reader, Sentence.ContactLogLine, Appointments.Date(turn.Reader, at.Date), Appointments.Time(turn.Reader, at.TimeOfDay), CardText.Escape(turn.Network.Person(one.By)?.Name ?? one.By.Value, LineBreaks.Collapse));
    }

    private static IEnumerable<CardElement> Inputs(Reader reader, ContactField field, ContactEntry entry)
    {
        yield return InputPart.Text(reader, field.ToString(), ContactWords.Of(field), entry.Value, ContactSheet.Longest);
        yield return new ChoiceSetInput
        {
            Id = AudienceName(field),
            Label = Messages.Get(reader, Sentence.ContactWhoMay, Messages.Get(reader, ContactWords.Of(field))),
            Value = entry.Audience.ToString(),
            Choices = [.. Enum.GetValues<ContactAudience>().Select(audience => new Choice(Messages.Get(reader, ContactWords.Of(audience)), audience.ToString()))],
        };
    }
}
