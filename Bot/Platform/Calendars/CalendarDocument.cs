using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace Bot.Platform.Calendars;

/// <summary>Appointments as a calendar file (RFC 5545), with the rules of every zone they name. The same appointments give the same bytes.</summary>
internal static class CalendarDocument
{
    /// <summary>What such a file is on the wire.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const string Product = "-//Koordinationsbot//Sitzungen//DE";

    /// <summary>Writes them.</summary>
    /// <param name="name">What the calendar is called where it is subscribed to.</param>
    /// <param name="language">Two letters, such as <c>de</c>.</param>
    /// <param name="askAgain">How often a subscriber is to look for news (RFC 7986, REFRESH-INTERVAL).</param>
    /// <param name="appointments">In any order.</param>
    /// <returns>UTF-8, lines of at most 75 bytes.</returns>
    public static byte[] Write(string name, string language, TimeSpan askAgain, IReadOnlyCollection<CalendarAppointment> appointments)
    {
        // METHOD:PUBLISH says that nobody is asked to answer: who comes is said to the bot.
        var calendar = new Calendar { ProductId = Product, Method = "PUBLISH" };
        var pause = System.Xml.XmlConvert.ToString(askAgain);
        AddName(calendar, "NAME", name, language);
        AddName(calendar, "X-WR-CALNAME", name, language);
        calendar.AddProperty(Valued(new CalendarProperty("REFRESH-INTERVAL", pause), "DURATION"));
        calendar.AddProperty("X-PUBLISHED-TTL", pause);
        foreach (var zone in appointments.GroupBy(appointment => appointment.Zone, StringComparer.Ordinal))
        {
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Key, zone.Min(appointment => appointment.Start).ToDateTimeUnspecified(), includeHistoricalData: false));
        }

        calendar.Events.AddRange(appointments.OrderBy(appointment => appointment.Start).ThenBy(appointment => appointment.Uid, StringComparer.Ordinal).Select(Event));
        return Encoding.UTF8.GetBytes(FoldedLines.Of(new CalendarSerializer().SerializeToString(calendar) ?? string.Empty));
    }

    /// <summary>One appointment as a mail tells it to somebody (RFC 6047): an invitation, a change of it, or its cancellation.</summary>
    /// <param name="appointment">The appointment; its <see cref="CalendarAppointment.Sequence"/> tells the programs which of several mails is the latest.</param>
    /// <param name="organizer">Mail address it comes from.</param>
    /// <param name="attendee">Mail address it goes to.</param>
    /// <returns>UTF-8, lines of at most 75 bytes; on the wire it is <see cref="MessageMediaType"/>.</returns>
    public static byte[] WriteMessage(CalendarAppointment appointment, string organizer, string attendee)
    {
        var calendar = new Calendar { ProductId = Product, Method = MethodOf(appointment) };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(appointment.Zone, appointment.Start.ToDateTimeUnspecified(), includeHistoricalData: false));
        var content = Event(appointment);
        content.Organizer = new Organizer("mailto:" + organizer);
        // Answers by mail would reach the mailbox, where nobody reads them: they are not asked for.
        content.Attendees.Add(new Attendee("mailto:" + attendee) { Role = "REQ-PARTICIPANT", ParticipationStatus = "NEEDS-ACTION", Rsvp = false });
        calendar.Events.Add(content);
        return Encoding.UTF8.GetBytes(FoldedLines.Of(new CalendarSerializer().SerializeToString(calendar) ?? string.Empty));
    }

    /// <summary>What such a part of a mail is on the wire: it repeats the method, as mail programs want it.</summary>
    public static string MessageMediaType(CalendarAppointment appointment) => $"{MediaType}; method={MethodOf(appointment)}";

    private static string MethodOf(CalendarAppointment appointment) => appointment.IsCancelled ? "CANCEL" : "REQUEST";

    private static void AddName(Calendar calendar, string property, string name, string language)
    {
        var named = new CalendarProperty(property, name);
        named.AddParameter("LANGUAGE", language);
        calendar.AddProperty(named);
    }

    private static CalendarProperty Valued(CalendarProperty property, string type)
    {
        property.AddParameter("VALUE", type);
        return property;
    }

    private static CalendarEvent Event(CalendarAppointment appointment) => new()
    {
        Uid = appointment.Uid,
        Sequence = appointment.Sequence,
        DtStamp = Moment(appointment.ChangedAt),
        LastModified = Moment(appointment.ChangedAt),
        Start = Local(appointment.Start, appointment.Zone),
        End = Local(appointment.End, appointment.Zone),
        Summary = appointment.Summary,
        Location = appointment.Location.Length == 0 ? null : appointment.Location,
        Description = appointment.Description.Length == 0 ? null : appointment.Description,
        Status = appointment.IsCancelled ? "CANCELLED" : "CONFIRMED",
        Transparency = appointment.IsCancelled ? "TRANSPARENT" : "OPAQUE",
        Class = "PRIVATE",
    };

    private static CalDateTime Moment(Instant moment) => new(moment.ToDateTimeUtc());

    private static CalDateTime Local(LocalDateTime local, string zone) => new(local.ToDateTimeUnspecified(), zone);
}
