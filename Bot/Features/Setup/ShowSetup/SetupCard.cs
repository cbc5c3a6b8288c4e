using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ShowSetup;

/// <summary>What of the network is set up and what is missing, each with the button to the next step.</summary>
internal static class SetupCard
{
    private const int Most = 20;

    private static readonly CommandEntry[] Steps =
    [
        CommandTable.AddCommittee, CommandTable.ChangeCommittee, CommandTable.EndCommittee, CommandTable.UnlinkRoom, CommandTable.AddOrganization, CommandTable.ChangeOrganization,
        CommandTable.SetRepresentatives, CommandTable.AddPerson, CommandTable.RemovePerson, CommandTable.BindAccount, CommandTable.GiveSeat, CommandTable.TakeSeat,
        CommandTable.SetSeatTerm, CommandTable.SetSeatCount, CommandTable.ChangeNetwork,
        CommandTable.GiveCoordination, CommandTable.TakeCoordination,
    ];

    /// <summary>Draws it.</summary>
    /// <param name="turn">For whom.</param>
    /// <param name="newcomers">How many accounts wait to be known.</param>
    /// <param name="asked">Which page of what is missing.</param>
    public static AdaptiveCard Render(Turn turn, int newcomers, PageRequest asked)
    {
        var (reader, network) = (turn.Reader, turn.Network);
        var heading = Messages.Get(reader, Sentence.SetupHeading, CardText.Escape(network.Name, LineBreaks.Collapse));
        var page = Paging.Cut([.. Missing(turn)], one => one.Key, one => CardSize.Of(one.Text) + 250, Most, asked, Paging.Budget - 5000);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(Messages.Get(
                    reader, Sentence.SetupCounts, network.Committees.Count, network.Organizations.Count, network.People.Count(person => IsActive(turn, person)), network.Coordinators.Count())),
                .. newcomers == 0 ? Enumerable.Empty<CardElement>()
                    : [CardPart.Text(Messages.Get(reader, Sentence.SetupNewcomers, newcomers)), .. CardPart.Rows([SuggestionCard.RunButton(reader, CommandTable.NewAccounts)])],
                CardPart.Section(Messages.Get(reader, Sentence.SetupMissing)),
                .. page.Items.Count == 0 ? [CardPart.Text(Messages.Get(reader, Sentence.SetupComplete))] : page.Items.SelectMany(one => Lines(reader, one)),
                .. Paging.Line(reader, page, Messages.Get(reader, Sentence.CommandSetUp)),
                CardPart.Section(Messages.Get(reader, Sentence.SetupSteps)),
                .. CardPart.Rows(Steps.Select(step => Button(reader, step))),
                CardPart.Subtle(Messages.Get(reader, Sentence.SetupRoomWhere)),
            ],
            Actions = [.. RunCommandAction.PageButtons(reader, page, CommandTable.SetUp)],
        };
    }

    private static IEnumerable<CardElement> Lines(Reader reader, Gap gap)
    {
        yield return CardPart.Text(gap.Text);
        if (gap.Step is { } step)
        {
            yield return new ActionSet { Actions = [Button(reader, step, gap.Data)] };
        }
    }

    private static bool IsActive(Turn turn, Person person) => person.IsCoordinator || turn.Snapshot.Accounts.ContainsKey(person.Id)
        || turn.Network.RepresentedBy(person.Id).Any() || turn.Network.Seats.Any(seat => seat.Person == person.Id);

    private static IEnumerable<Gap> Missing(Turn turn)
    {
        var (reader, network) = (turn.Reader, turn.Network);
        if (network.GeneralAssembly is null)
        {
            yield return new Gap("plenary", Messages.Get(reader, Sentence.MissingPlenary), CommandTable.AddCommittee);
        }

        if (network.Organizations.Count == 0)
        {
            yield return new Gap("organizations", Messages.Get(reader, Sentence.MissingOrganizations), CommandTable.AddOrganization);
        }

        foreach (var committee in network.Committees)
        {
            foreach (var gap in Missing(turn, committee))
            {
                yield return gap;
            }
        }

        foreach (var organization in network.Organizations.Where(one => one.Representatives.Count == 0).OrderBy(one => one.Name, StringComparer.Create(reader.Culture, ignoreCase: true)))
        {
            yield return new Gap(
                organization.Id.Value, Messages.Get(reader, Sentence.MissingRepresentative, CardText.Escape(organization.Name, LineBreaks.Collapse)), CommandTable.SetRepresentatives,
                ("which", organization.Name), ("organization", organization.Id.Value));
        }

        if (network.Coordinators.Count() == 1)
        {
            yield return new Gap("coordinators", Messages.Get(reader, Sentence.MissingSecondCoordinator), CommandTable.GiveCoordination);
        }
    }

    private static IEnumerable<Gap> Missing(Turn turn, Committee committee)
    {
        var name = CardText.Escape(committee.Name, LineBreaks.Collapse);
        if (committee.Kind != CommitteeKind.GeneralAssembly && turn.Network.Members(committee).Count == 0)
        {
            yield return new Gap(committee.Id + "-members", Messages.Get(turn.Reader, Sentence.MissingMembers, name), CommandTable.GiveSeat, ("committee", committee.Id.Value));
        }

        if (!turn.Snapshot.Rooms.ContainsKey(committee.Id))
        {
            yield return new Gap(committee.Id + "-room", Messages.Get(turn.Reader, Sentence.MissingRoom, name), null);
        }

        if (committee.Rules.Rhythm is null)
        {
            yield return new Gap(committee.Id + "-rhythm", Messages.Get(turn.Reader, Sentence.MissingRhythm, name), null);
        }
    }

    private static ExecuteAction Button(Reader reader, CommandEntry step, params (string Name, string Value)[] data) =>
        CardPart.Button(reader, TitleOf(step), SetupVerbs.Form, [(SetupVerbs.StepField, step.Name), .. data]) with { Title = Messages.Get(reader, TitleOf(step)).TrimEnd(':') };

    /// <summary>A button says what it does; the beginnings of some lines, such as "Koordination: …", say so only with what stands behind them.</summary>
    private static Sentence TitleOf(CommandEntry step) => step == CommandTable.GiveCoordination ? Sentence.SetupGiveCoordination : step == CommandTable.BindAccount ? Sentence.SetupBindAccount : step.Title;

    /// <summary>Something that is missing.</summary>
    private sealed record Gap(string Key, string Text, CommandEntry? Step, params (string Name, string Value)[] Data);
}
