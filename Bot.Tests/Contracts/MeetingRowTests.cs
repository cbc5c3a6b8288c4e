using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Storage;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace Bot.Tests.Contracts;

/// <summary>Meetings as rows: what a version writes it reads, and what the version before wrote too.</summary>
public class MeetingRowTests
{
    private static readonly Meeting Plain = new()
    {
        Id = new MeetingId("m"), Committee = new CommitteeId("beirat"), Day = new LocalDate(2027, 1, 14), Start = new LocalTime(17, 0), RulesVersion = 2,
        CalledBy = new PersonId("katrin"), CalledAt = Instant.FromUtc(2026, 11, 23, 9, 0),
    };

    [Fact]
    public void Write_MovedMeetingWithAnyWords_IsReadBackUnchanged() => Prop.ForAll(ArbMap.Default.ArbFor<(string?, string?)>(), words =>
    {
        var first = new EarlierDate(1, Instant.FromUtc(2026, 12, 1, 9, 0) + Duration.FromNanoseconds(5), Plain.Day, Plain.Start, new LocalTime(19, 0), words.Item1 ?? string.Empty, words.Item2 ?? string.Empty);
        var meeting = Plain with
        {
            Day = new LocalDate(2027, 1, 21), Revision = 2, ChangedAt = first.At,
            Earlier = EarlierDates.None.With(first).With(first with { Revision = 2, End = null, Place = @"a|b\p\n|", Reason = "\\" }),
            FollowUp = new FollowUp(new MeetingId("old"), new LocalDate(2027, 1, 2), new FollowUpRule(3, new Fraction(1, 4))),
        };
        var read = Read(meeting) with { ChangedAt = meeting.ChangedAt };
        Assert.Equal(meeting, read);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_LongestHistory_FitsAColumn()
    {
        var meeting = Plain;
        var text = new string('|', MeetingProposal.TextLimit);
        for (var move = 1; move <= EarlierDates.Most; move++)
        {
            meeting = meeting with { Earlier = meeting.Earlier.With(new EarlierDate(move, Plain.CalledAt, Plain.Day, Plain.Start, Plain.Start, text, text)) };
        }

        Assert.InRange(EarlierDatesColumn.Write(meeting.Earlier)!.Length, 1, 32 * 1024);
    }

    /// <summary>As the version before wrote it: never moved, nobody's follow-up.</summary>
    [Fact]
    public void Read_OlderRow_WasNeverMoved()
    {
        var row = RowFormat.NewRow("n", "meeting|m");
        MeetingRow.Write(row, Plain);
        foreach (var column in new[] { "Earlier", "FollowUpOf", "FollowUpDay", "FollowUpRule" })
        {
            row[column] = null;
        }

        Assert.Equal(Plain, MeetingRow.Read(row));
        Assert.Equal((0, 0, Plain.CalledAt), (MeetingRow.Read(row).MovedRevision, MeetingRow.Read(row).AskedRevision, MeetingRow.Read(row).ToldFrom));
    }

    private static Meeting Read(Meeting meeting)
    {
        var row = RowFormat.NewRow("n", "meeting|m");
        MeetingRow.Write(row, meeting);
        return MeetingRow.Read(row);
    }
}
