using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Texts;

/// <summary>Days, times and the words of the rules in the reader's language.</summary>
internal static class Appointments
{
    /// <summary>A day with its weekday: "Donnerstag, 14. Januar 2027", "Thursday, 14 January 2027".</summary>
    public static string Day(Reader reader, LocalDate day) =>
        day.ToString(reader.Language == "en" ? "dddd, d MMMM yyyy" : "dddd, d. MMMM yyyy", reader.Culture);

    /// <summary>A day short, for lists: "Do., 14.01.2027", "Thu 14/01/2027".</summary>
    public static string ShortDay(Reader reader, LocalDate day) =>
        day.ToString(reader.Language == "en" ? "ddd d MMM yyyy" : "ddd, dd.MM.yyyy", reader.Culture);

    /// <summary>A day in figures, where the weekday says nothing: "14.01.2027", "14 Jan 2027".</summary>
    public static string Date(Reader reader, LocalDate day) => day.ToString(reader.Language == "en" ? "d MMM yyyy" : "dd.MM.yyyy", reader.Culture);

    /// <summary>The month of a day: "Januar 2027", "January 2027".</summary>
    public static string Month(Reader reader, LocalDate day) => day.ToString("MMMM yyyy", reader.Culture);

    /// <summary>A time of day: "17:00 Uhr", "17:00".</summary>
    public static string Time(Reader reader, LocalTime time) =>
        time.ToString(reader.Language == "en" ? "HH:mm" : "HH:mm 'Uhr'", reader.Culture);

    /// <summary>Day and time.</summary>
    public static string Moment(Reader reader, LocalDateTime moment) => Day(reader, moment.Date) + ", " + Time(reader, moment.TimeOfDay);

    /// <summary>A value as it stands in a sentence's gap.</summary>
    public static object Write(Reader reader, object value) => value switch
    {
        LocalDate day => Day(reader, day),
        LocalTime time => Time(reader, time),
        LocalDateTime moment => Moment(reader, moment),
        VoteOption.Yes => Messages.Get(reader, Sentence.VoteYes),
        VoteOption.No => Messages.Get(reader, Sentence.VoteNo),
        VoteOption.Abstain => Messages.Get(reader, Sentence.VoteAbstain),
        Exclusion.ConflictOfInterest => Messages.Get(reader, Sentence.ExclusionConflictOfInterest),
        Exclusion.Concerned => Messages.Get(reader, Sentence.ExclusionConcerned),
        Exclusion.Applicant => Messages.Get(reader, Sentence.ExclusionApplicant),
        Exclusion.Suspended => Messages.Get(reader, Sentence.ExclusionSuspended),
        _ => value,
    };
}
