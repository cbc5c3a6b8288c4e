using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.MemberLists;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.MemberLists;

/// <summary>What a list would do to a network.</summary>
public class ListComparisonTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    private static readonly LocalDate Since = new(2020, 1, 1);

    [Fact]
    public void Rows_NewChangedAndUnchanged_AreToldApart()
    {
        var plan = Plan([
            Row(2, "Kulturverein Morgenstern", sector: Sector.Culture, since: Since, representative: new("Anna", Mail("anna@example.org")), substitutes: [new("Ben", null, 1)]),
            Row(3, "SPORTBUND Land", sector: Sector.Sport),
            Row(4, "Bürgerhaus", representative: new("Carla", Mail("carla@example.org"))),
        ]);
        Assert.Equal((1, 1, 1, 3), (plan.New.Count, plan.Changed.Count, plan.Unchanged, plan.Absent.Count));
        Assert.Equal(("Sportbund Land", (Sector?)Sector.Sport), (plan.Changed[0].After.Name, plan.Changed[0].After.Sector));
        Assert.Equal(("Bürgerhaus", Today, 1), (plan.New[0].Organization.Name, plan.New[0].Organization.MemberSince, plan.New[0].Organization.Representatives.Count));
        Assert.Equal("carla@example.org", Assert.Single(plan.NewPeople).Mail?.Value);
        Assert.True(plan.IsReady);
    }

    [Fact]
    public void Row_OfOneThatIsAdmittedAndNotYetAMember_IsAFault() =>
        Assert.Equal([(2, ListFaultReason.ComingMember)], Plan([Row(2, "baldiger verein")]).Faults.Select(fault => (fault.Row, fault.Reason)));

    [Fact]
    public void Rows_WithoutStatements_ChangeNothing()
    {
        var plan = Plan([Row(2, "Kulturverein Morgenstern"), Row(3, "Sportbund Land", substitutes: []), Row(4, "Schule 1")]);
        Assert.Equal((0, 0, 3, 0), (plan.New.Count, plan.Changed.Count, plan.Unchanged, plan.Faults.Count));
        Assert.True(plan.IsEmpty);
    }

    [Theory]
    [InlineData("Anna", null, "anna ben")]
    [InlineData("Anna", "", "anna")]
    [InlineData("Ben", null, "ben")]
    [InlineData("Ben", "Anna", "ben anna")]
    [InlineData("", "Emil", "anna emil")]
    [InlineData("", "", "anna ben")]
    [InlineData("Emil", null, "emil ben")]
    public void Acting_WhatTheRowSays_IsTaken(string representative, string? substitute, string acting)
    {
        var plan = Plan([Row(2, "Kulturverein Morgenstern", representative: representative.Length == 0 ? null : new(representative, null), substitutes: substitute is null ? null : substitute.Length == 0 ? [] : [new(substitute, null, 1)])]);
        var after = plan.Changed.Count == 1 ? plan.Changed[0].After : Network().Organizations[0];
        Assert.Equal(acting, string.Join(' ', after.Representatives));
    }

    [Fact]
    public void People_CalledTheSame_AreToldApartByMail()
    {
        var plan = Plan([
            Row(2, "Erste Gruppe", representative: new("Anna", null)),
            Row(3, "Zweite Runde", representative: new("Anna", Mail("ANNA@example.org"))),
            Row(4, "Dritter Kreis", representative: new("Anna", Mail("andere@example.org"))),
            Row(5, "Vierter Bund", representative: new("Anna", Mail("andere@example.org"))),
        ]);
        Assert.Empty(plan.Faults);
        Assert.Equal(["anna", "anna"], plan.New.Take(2).Select(added => added.Organization.Representatives[0].Value));
        Assert.Equal(plan.New[2].Organization.Representatives, plan.New[3].Organization.Representatives);
        Assert.Single(plan.NewPeople);
        Assert.Equal(2, plan.Several.Count);
    }

    [Fact]
    public void People_WhoCannotBeToldApart_AreAFault() =>
        Assert.Equal([(2, ListFaultReason.PersonAmbiguous)], Plan([Row(2, "Neue Gruppe", representative: new("Dana", null))]).Faults.Select(fault => (fault.Row, fault.Reason)));

    [Fact]
    public void Rows_ThatCannotBeRight_AreNamed()
    {
        var plan = Plan([
            Row(2, "Sportbund Land"),
            Row(3, "sportbund land"),
            Row(4, "Alter Verein"),
            Row(5, "Doppelt"),
            Row(6, "Neu Eins", substitutes: [new("Ben", null, 1)]),
            Row(7, "Neu Zwei und", representative: new("Ben", null), substitutes: [new("ben", null, 1)]),
            Row(8, "Gruppe Drei", representative: new("Zoe", Mail("a@example.org"))),
            Row(9, "Verband Vier", representative: new("Ida", Mail("a@example.org")), substitutes: [new("Ida", Mail("b@example.org"), 1), new("Ida", null, 2)]),
        ]);
        Assert.Equal(
            [
                (3, ListFaultReason.NameTwice, "2"), (4, ListFaultReason.FormerMember, "Alter Verein"), (5, ListFaultReason.NameAmbiguous, "Doppelt"), (6, ListFaultReason.RepresentativeMissing, ""),
                (7, ListFaultReason.PersonTwice, "ben"), (9, ListFaultReason.PersonAmbiguous, "Ida"),
            ],
            plan.Faults.Select(fault => (fault.Row, fault.Reason, fault.Content)));
        Assert.False(plan.IsReady);
    }

    [Fact]
    public void Mail_ThatContradictsAnEarlierRow_IsAFault()
    {
        var plan = Plan([
            Row(2, "Kulturverein Morgenstern", representative: new("Anna", Mail("neu@example.org"))),
            Row(3, "Schule 1", representative: new("Anna", Mail("anders@example.org"))),
        ]);
        Assert.Equal([(3, ListFaultReason.MailContradicts)], plan.Faults.Select(fault => (fault.Row, fault.Reason)));
    }

    [Theory]
    [InlineData("Kulturverein Morgenstern e. V.", "Kulturverein Morgenstern")]
    [InlineData("Kulturverein Morgenstren", "Kulturverein Morgenstern")]
    [InlineData("Kultur-Verein Morgenstern", "Kulturverein Morgenstern")]
    [InlineData("Kulturverein Abendstern", null)]
    [InlineData("Schule 2", null)]
    [InlineData("Schulen 1", "Schule 1")]
    [InlineData("Sportbund", null)]
    public void Names_NearlyTheSame_AreAsked(string name, string? other) => Assert.Equal(other, Plan([Row(2, name)]).Questions.SingleOrDefault()?.OtherName);

    [Fact]
    public void Names_NearAnotherRow_AreAskedOnce()
    {
        var plan = Plan([Row(2, "Nachbarschaftshilfe West"), Row(3, "Nachbarschaftshilfe Wesst")]);
        Assert.Equal((3, 2, null), (plan.Questions.Single().Row, plan.Questions.Single().OtherRow, plan.Questions.Single().Existing));
    }

    [Theory]
    [InlineData(ListAnswer.Same, 0, 1)]
    [InlineData(ListAnswer.Other, 1, 0)]
    [InlineData(ListAnswer.LeftOut, 0, 0)]
    public void Answers_ToANearName_AreFollowed(ListAnswer answer, int added, int changed)
    {
        var plan = Plan([Row(2, "Kulturverein Morgenstern e. V.", sector: Sector.Youth)], new() { [2] = answer });
        Assert.Equal((added, changed, 0), (plan.New.Count, plan.Changed.Count, plan.Questions.Count));
        Assert.All(plan.Changed, change => Assert.Equal("Kulturverein Morgenstern", change.After.Name));
    }

    [Fact]
    public void Answers_ThatMakeTwoRowsOfOneMember_AreAFault()
    {
        var plan = Plan([Row(2, "Kulturverein Morgenstern"), Row(3, "Kulturverein Morgenstern e. V.")], new() { [3] = ListAnswer.Same });
        Assert.Equal([(3, ListFaultReason.NameTwice)], plan.Faults.Select(fault => (fault.Row, fault.Reason)));
    }

    [Fact]
    public void Comparison_OfTheSame_GivesTheSameIdentitiesAndText()
    {
        ListedOrganization[] rows = [Row(2, "Neue Gruppe", representative: new("Neu", null))];
        Assert.Equal(Plan(rows).ToText(), Plan(rows).ToText());
        Assert.NotEqual(Plan(rows).ToText(), Plan([rows[0] with { Sector = Sector.Media }]).ToText());
    }

    private static ListPlan Plan(IReadOnlyList<ListedOrganization> rows, Dictionary<int, ListAnswer>? answers = null) =>
        ListComparison.Of(Network(), rows, [], answers ?? [], Today, Bot.Turns.CommandText.Fold, name => "id-" + name.Replace('\n', '-'));

    private static ListedOrganization Row(
        int row, string name, Sector? sector = null, LocalDate? since = null, ListedPerson? representative = null, IReadOnlyList<ListedPerson>? substitutes = null) =>
        new(row, name) { Sector = sector, Since = since, Representative = representative, Substitutes = substitutes };

    private static MailAddress? Mail(string text) => MailAddress.Read(text);

    private static Network Network() => new()
    {
        Id = new NetworkId("n"),
        Name = "Netz",
        Zone = DateTimeZone.Utc,
        Land = GermanLand.Saxony,
        Committees = [],
        Organizations =
        [
            new(new OrganizationId("kultur"), "Kulturverein Morgenstern", Since, [new PersonId("anna"), new PersonId("ben")]) { Sector = Sector.Culture },
            new(new OrganizationId("sport"), "Sportbund Land", Since, []),
            new(new OrganizationId("schule"), "Schule 1", Since, [new PersonId("anna")]),
            new(new OrganizationId("d1"), "Doppelt", Since, []),
            new(new OrganizationId("d2"), "doppelt", Since, []),
        ],
        ComingOrganizations = [new(new OrganizationId("bald"), "Baldiger Verein", Today.PlusDays(1), [])],
        FormerOrganizations = [new(new OrganizationId("alt"), "Alter Verein", Since, []) { MemberUntil = Since }],
        People =
        [
            new(new PersonId("anna"), "Anna", false) { Mail = Mail("anna@example.org") }, new(new PersonId("ben"), "Ben", false), new(new PersonId("emil"), "Emil", false),
            new(new PersonId("dana1"), "Dana", false), new(new PersonId("dana2"), "Dana", false),
        ],
        Seats = [],
    };
}
