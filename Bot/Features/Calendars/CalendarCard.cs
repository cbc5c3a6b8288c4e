using System;
using System.Collections.Generic;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Calendars;

/// <summary>What there is to know of one's own calendar address, and what can be done about it.</summary>
internal static class CalendarCard
{
    /// <summary>Draws it.</summary>
    /// <param name="turn">Whose.</param>
    /// <param name="address">The address there is; null for none.</param>
    /// <param name="areServed">Whether there are addresses here at all.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    /// <param name="made">The address that was just made, told this once; null for none.</param>
    public static AdaptiveCard Render(Turn turn, CalendarAddress? address, bool areServed, string? lead = null, Uri? made = null)
    {
        var heading = Messages.Get(turn.Reader, Sentence.CalendarHeading);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = (lead is null ? string.Empty : lead + " ") + heading,
            Body = [.. Body(turn, address, areServed, heading, lead, made), .. CardPart.Rows(Buttons(turn, address is not null, areServed))],
        };
    }

    private static IEnumerable<CardElement> Body(Turn turn, CalendarAddress? address, bool areServed, string heading, string? lead, Uri? made)
    {
        if (lead is not null)
        {
            yield return CardPart.Text(lead);
        }

        yield return CardPart.Heading(heading);
        if (made is not null)
        {
            yield return new TextBlock { Text = CardText.Escape(made.AbsoluteUri), FontType = FontType.Monospace };
        }

        yield return CardPart.Text(Messages.Get(turn.Reader, areServed ? Sentence.CalendarAbout : Sentence.CalendarNotServed));
        if (areServed && made is null)
        {
            yield return CardPart.Subtle(address is null
                ? Messages.Get(turn.Reader, Sentence.CalendarNone)
                : Messages.Get(turn.Reader, Sentence.CalendarSince, address.MadeAt.InZone(turn.Network.Zone).Date));
        }
    }

    private static IEnumerable<ExecuteAction> Buttons(Turn turn, bool hasAddress, bool areServed)
    {
        if (areServed)
        {
            yield return CardPart.Button(turn.Reader, hasAddress ? Sentence.ButtonCalendarRenew : Sentence.ButtonCalendarMake, CalendarVerbs.Make, turn.Form.Data);
        }

        if (hasAddress)
        {
            yield return CardPart.Button(turn.Reader, Sentence.ButtonCalendarRevoke, CalendarVerbs.Revoke);
        }

        yield return CardPart.Button(turn.Reader, Sentence.ButtonCalendarFile, CalendarVerbs.TakeFile);
    }
}
