using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Features.ExampleNetwork;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Bot.Tests.Domain.Memberships;

/// <summary>What is noted of organizations that could become partners: both sides of each limit.</summary>
public class ProspectTests
{
    private static readonly PersonId Katrin = new("katrin");

    private static readonly PersonId Amina = new("amina");

    private static readonly Network Net = ExampleSnapshot.Create().Network;

    /// <summary>Monday, 23 November 2026, 10:00 in Berlin.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly LocalDate Today = new(2026, 11, 23);

    [Theory]
    [InlineData("Moscheeverein", 0, null)]
    [InlineData("  Moscheeverein  ", 0, null)]
    [InlineData("", 0, RefusalCode.ProspectNameMissing)]
    [InlineData("...", 0, RefusalCode.ProspectNameMissing)]
    [InlineData("Moscheeverein", Prospect.Most - 1, null)]
    [InlineData("Moscheeverein", Prospect.Most, RefusalCode.ProspectsFull)]
    public void Add_AtBothSidesOfEachLimit_IsTakenOrRefused(string name, int noted, RefusalCode? refused) =>
        Assert.Equal(refused, CodeOf(Prospect.Add(Net, noted, new ProspectId("p"), name, Details(), Katrin, Now)));

    [Theory]
    [InlineData(120, 300, null)]
    [InlineData(121, 300, RefusalCode.TextTooLong)]
    [InlineData(120, 301, RefusalCode.TextTooLong)]
    public void Add_OfTextsAsLongAsCanBe_IsTaken(int name, int note, RefusalCode? refused) =>
        Assert.Equal(refused, CodeOf(Prospect.Add(Net, 0, new ProspectId("p"), new string('x', name), Details(note: new string('x', note)), Katrin, Now)));

    [Fact]
    public void Add_OfAMemberHoweverSpelled_IsRefused()
    {
        var member = Net.Organizations[0];
        var outcome = Prospect.Add(Net, 0, new ProspectId("p"), member.Name.ToUpperInvariant() + "!", Details(), Katrin, Now);

        var why = Assert.IsType<Outcome<Prospect>.Refused>(outcome).Why;
        Assert.Equal(new Refusal(RefusalCode.AlreadyMember, member.Name, member.MemberSince), why);
    }

    [Fact]
    public void EveryChange_BySomebodyWhoDoesNotCoordinate_IsRefused()
    {
        var prospect = Noted();
        Assert.Equal(RefusalCode.OnlyCoordinator, CodeOf(Prospect.Add(Net, 0, new ProspectId("p"), "X", Details(), Amina, Now)));
        Assert.Equal(RefusalCode.OnlyCoordinator, CodeOf(prospect.Change(Net, Details(), Amina, Now)));
        Assert.Equal(RefusalCode.OnlyCoordinator, CodeOf(prospect.Contact(Net, new ProspectContact(Today, Amina, string.Empty), null, Now)));
        Assert.Equal(RefusalCode.OnlyCoordinator, CodeOf(prospect.Decline(Net, Amina, Now)));
    }

    [Theory]
    [InlineData("2026-11-23", RefusalCode.FollowUpDayWrong)]
    [InlineData("2026-11-24", null)]
    [InlineData("2028-11-23", null)]
    [InlineData("2028-11-24", RefusalCode.FollowUpDayWrong)]
    public void FollowUp_IsAheadAndNotTooFar(string day, RefusalCode? refused)
    {
        Assert.Equal(refused, CodeOf(Prospect.Add(Net, 0, new ProspectId("p"), "X", Details(Day(day)), Katrin, Now)));
        Assert.Equal(refused, CodeOf(Noted().Change(Net, Details(Day(day)), Katrin, Now)));
        Assert.Equal(refused, CodeOf(Noted().Contact(Net, new ProspectContact(Today, Katrin, string.Empty), Day(day), Now)));
    }

    [Theory]
    [InlineData("2026-11-23", null)]
    [InlineData("2026-11-24", RefusalCode.ProspectContactDayWrong)]
    [InlineData("2025-11-23", null)]
    [InlineData("2025-11-22", RefusalCode.ProspectContactDayWrong)]
    public void Contact_LiesBehindAndNotTooFar(string day, RefusalCode? refused) =>
        Assert.Equal(refused, CodeOf(Noted().Contact(Net, new ProspectContact(Day(day), Katrin, string.Empty), null, Now)));

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, RefusalCode.TextTooLong)]
    public void Contact_NoteAsLongAsCanBe_IsTaken(int note, RefusalCode? refused) =>
        Assert.Equal(refused, CodeOf(Noted().Contact(Net, new ProspectContact(Today, Katrin, new string('x', note)), null, Now)));

    /// <summary>The day to ask again is kept when something else changes, also when it is over; asking is what takes it away.</summary>
    [Fact]
    public void Contact_TakesAwayTheDayToAskAgain_AndTheRefusal()
    {
        var before = Noted() with { Details = Details(Today), Declined = new ProspectRefusal(Today, Katrin) };
        var changed = Done(before.Change(Net, before.Details with { Note = "neu" }, Katrin, Now));
        Assert.Equal((Today, "neu"), (changed.Details.FollowUp!.Value, changed.Details.Note));

        var after = Done(changed.Contact(Net, new ProspectContact(Today, Katrin, " angerufen "), null, Now));

        Assert.Equal((null, null, "angerufen"), (after.Details.FollowUp, after.Declined, Assert.Single(after.Contacts).Note));
    }

    [Fact]
    public void Contact_Twice_IsOne_AndOfManyTheLastAreKept()
    {
        var prospect = Noted();
        foreach (var day in Enumerable.Range(1, 7).Append(7))
        {
            prospect = Done(prospect.Contact(Net, new ProspectContact(new LocalDate(2026, 11, day), Katrin, "Anruf"), null, Now));
        }

        Assert.Equal([3, 4, 5, 6, 7], prospect.Contacts.Select(contact => contact.Day.Day));
        Assert.Same(prospect, Done(prospect.Contact(Net, prospect.Contacts[^1], null, Now + Duration.FromDays(1))));
    }

    [Fact]
    public void Decline_Twice_ChangesNothingTheSecondTime()
    {
        var declined = Done((Noted() with { Details = Details(Today.PlusDays(3)) }).Decline(Net, Katrin, Now));

        Assert.Equal((new ProspectRefusal(Today, Katrin), null), (declined.Declined, declined.Details.FollowUp));
        Assert.Same(declined, Done(declined.Decline(Net, Katrin, Now + Duration.FromDays(5))));
    }

    [Theory]
    [InlineData(false, false, ProspectStage.Noted)]
    [InlineData(true, false, ProspectStage.Contacted)]
    [InlineData(false, true, ProspectStage.Declined)]
    [InlineData(true, true, ProspectStage.Declined)]
    public void Stage_FollowsFromWhatIsNoted(bool isContacted, bool isDeclined, ProspectStage expected) => Assert.Equal(expected, ProspectStages.Of(Net, []).Of(Noted(isContacted, isDeclined)));

    /// <summary>Whatever is noted: an application that runs, and a membership, count first, under whichever spelling.</summary>
    [Theory]
    [InlineData(AdmissionState.Applied, ProspectStage.Applied)]
    [InlineData(AdmissionState.Consulting, ProspectStage.Applied)]
    [InlineData(AdmissionState.Voting, ProspectStage.Applied)]
    [InlineData(AdmissionState.Admitted, ProspectStage.Applied)]
    [InlineData(AdmissionState.Rejected, ProspectStage.Declined)]
    [InlineData(AdmissionState.Withdrawn, ProspectStage.Declined)]
    [InlineData(AdmissionState.Undecided, ProspectStage.Declined)]
    public void Stage_WithAnApplication_FollowsTheApplication(AdmissionState state, ProspectStage expected)
    {
        IReadOnlyList<Admission> applications = [new() { Id = new AdmissionId("a"), Applicant = "MOSCHEEVEREIN, Zwickau", AppliedBy = Amina, AppliedAt = Now, State = state }];
        var member = Net.Organizations[0];

        Assert.Equal(expected, ProspectStages.Of(Net, applications).Of(Noted(isContacted: true, isDeclined: true)));
        Assert.Equal(ProspectStage.Member, ProspectStages.Of(Net with { Organizations = [member with { Name = "Moscheeverein  zwickau" }] }, applications).Of(Noted()));
    }

    [Theory]
    [InlineData("2026-11-26T06:59:59Z", ProspectStage.Noted, "2026-11-26T07:00:00Z")]
    [InlineData("2026-11-26T07:00:00Z", ProspectStage.Noted, "2026-11-26T07:00:00Z")]
    [InlineData("2026-11-26T18:59:59Z", ProspectStage.Contacted, "2026-11-26T18:59:59Z")]
    [InlineData("2026-11-26T19:00:00Z", ProspectStage.Contacted, "2026-11-27T07:00:00Z")]
    [InlineData("2026-12-10T18:00:00Z", ProspectStage.Contacted, "2026-12-10T18:00:00Z")]
    [InlineData("2026-12-11T08:00:00Z", ProspectStage.Contacted, null)]
    [InlineData("2026-11-26T08:00:00Z", ProspectStage.Applied, null)]
    [InlineData("2026-11-26T08:00:00Z", ProspectStage.Declined, null)]
    [InlineData("2026-11-26T08:00:00Z", ProspectStage.Member, null)]
    public void RemindAt_OnItsDayInTheMorning_LateOnlyWhileItIsOfUse(string now, ProspectStage stage, string? expected) => Assert.Equal(
        expected is null ? (Instant?)null : At(expected), (Noted() with { Details = Details(new LocalDate(2026, 11, 26)) }).RemindAt(stage, At(now), Net.Zone));

    [Fact]
    public void RemindAt_WithoutADay_IsNever() => Assert.Null(Noted().RemindAt(ProspectStage.Noted, Now, Net.Zone));

    private static Prospect Noted(bool isContacted = false, bool isDeclined = false) => new()
    {
        Id = new ProspectId("p"),
        Name = "Moscheeverein Zwickau",
        Details = Details(),
        AddedBy = Katrin,
        AddedAt = Now,
        TouchedAt = Now,
        Contacts = isContacted ? [new ProspectContact(Today, Katrin, string.Empty)] : [],
        Declined = isDeclined ? new ProspectRefusal(Today, Katrin) : null,
    };

    private static ProspectDetails Details(LocalDate? followUp = null, string note = "") => new(Sector.Religion, note, followUp);

    private static RefusalCode? CodeOf(Outcome<Prospect> outcome) => outcome is Outcome<Prospect>.Refused(var why) ? why.Code : null;

    private static Prospect Done(Outcome<Prospect> outcome) => Assert.IsType<Outcome<Prospect>.Done>(outcome).Value;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
