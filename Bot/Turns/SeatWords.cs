using Bot.Texts;
using NodaTime;

namespace Bot.Turns;

/// <summary>From when until when a seat is somebody's, in words.</summary>
internal static class SeatWords
{
    /// <summary>The term of a seat; plain text without a full stop.</summary>
    public static string Term(Reader reader, LocalDate? from, LocalDate? until) => (from, until) switch
    {
        ({ } first, { } last) => Messages.Get(reader, Sentence.SeatTermFromUntil, Appointments.Date(reader, first), Appointments.Date(reader, last)),
        ({ } first, null) => Messages.Get(reader, Sentence.SeatTermFrom, Appointments.Date(reader, first)),
        (null, { } last) => Messages.Get(reader, Sentence.SeatTermUntil, Appointments.Date(reader, last)),
        _ => Messages.Get(reader, Sentence.SeatTermOpen),
    };
}
