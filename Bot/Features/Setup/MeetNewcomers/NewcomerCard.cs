using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Features.Setup.ChangePeople;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.MeetNewcomers;

/// <summary>Who somebody is whose account the network does not know: asked of the coordinators, each answer a step of setting up with its own preview.</summary>
internal static class NewcomerCard
{
    private const int OnAPage = 8;

    /// <summary>What the coordinators are asked when somebody says that they belong.</summary>
    public static AdaptiveCard Question(Reader reader, NetworkSnapshot snapshot, Newcomer newcomer)
    {
        var heading = Messages.Get(reader, Sentence.NewcomerHeading);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + Said(reader, snapshot, newcomer),
            Body = [CardPart.Heading(heading), .. Lines(reader, snapshot, newcomer), CardPart.Subtle(Messages.Get(reader, Sentence.NewcomerHint))],
        };
    }

    /// <summary>All who wait.</summary>
    public static AdaptiveCard List(Turn turn, IReadOnlyList<Newcomer> open, PageRequest asked)
    {
        var heading = Messages.Get(turn.Reader, Sentence.NewcomersHeading);
        var page = Paging.Cut(open, newcomer => newcomer.Key, newcomer => CardSize.Of(newcomer.Name) + 1500, OnAPage, asked);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. open.Count == 0 ? [CardPart.Text(Messages.Get(turn.Reader, Sentence.NewcomersNone))] : page.Items.SelectMany(newcomer => Lines(turn.Reader, turn.Snapshot, newcomer)),
                .. Paging.Line(turn.Reader, page, Messages.Get(turn.Reader, Sentence.CommandNewAccounts)),
                .. open.Count == 0 ? Enumerable.Empty<CardElement>() : [CardPart.Subtle(Messages.Get(turn.Reader, Sentence.NewcomerHint))],
            ],
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, page, CommandTable.NewAccounts)],
        };
    }

    /// <summary>What somebody is told whose account has become known.</summary>
    public static AdaptiveCard Greeting(Reader reader, Network network, Person known)
    {
        var said = Messages.Get(reader, Sentence.NewcomerGreeting, CardText.Escape(known.Name, LineBreaks.Collapse), CardText.Escape(network.Name, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = said,
            Body = [CardPart.Text(said), .. CardPart.Rows(new[] { CommandTable.NextMeeting, CommandTable.Help }.Select(entry => SuggestionCard.RunButton(reader, entry)))],
        };
    }

    private static IEnumerable<CardElement> Lines(Reader reader, NetworkSnapshot snapshot, Newcomer newcomer)
    {
        yield return CardPart.Text(Said(reader, snapshot, newcomer));
        foreach (var row in CardPart.Rows(Buttons(reader, snapshot, newcomer)))
        {
            yield return row;
        }
    }

    private static string Said(Reader reader, NetworkSnapshot snapshot, Newcomer newcomer)
    {
        var (name, day) = (CardText.Escape(newcomer.Name, LineBreaks.Collapse), newcomer.AskedAt.InZone(snapshot.Network.Zone).Date);
        return snapshot.LockedPersonOf(newcomer.Account) is { } locked
            ? Messages.Get(reader, Sentence.NewcomerLocked, name, day, CardText.Escape(locked.HiddenName ?? locked.Name, LineBreaks.Collapse))
            : Messages.Get(reader, Sentence.NewcomerAsks, name, day);
    }

    /// <summary>A locked profile is unlocked, not bound to somebody else.</summary>
    private static IEnumerable<CardAction> Buttons(Reader reader, NetworkSnapshot snapshot, Newcomer newcomer)
    {
        var picked = (PeopleFields.Picked, newcomer.Account.Key);
        if (snapshot.LockedPersonOf(newcomer.Account) is null)
        {
            var step = (SetupVerbs.StepField, CommandTable.BindAccount.Name);
            yield return PersonMeant(snapshot, newcomer) is { } person
                ? CardPart.Button(reader, Sentence.ButtonNewcomerBind, SetupVerbs.Preview, step, (BindAccount.Whose, person.Name), picked)
                    with { Title = ShortText.Abbreviate(Messages.Get(reader, Sentence.ButtonNewcomerIs, person.Name), 32) }
                : CardPart.Button(reader, Sentence.ButtonNewcomerBind, SetupVerbs.Form, step, picked);
            yield return CardPart.Button(
                reader, Sentence.ButtonNewcomerAdd, SetupVerbs.Form, (SetupVerbs.StepField, CommandTable.AddPerson.Name), (PeopleFields.People, newcomer.Name), picked);
        }

        yield return CardPart.Button(reader, Sentence.ButtonNewcomerDismiss, SetupVerbs.DismissNewcomer, (SetupVerbs.NewcomerField, newcomer.Key));
    }

    /// <summary>The one person of that name who has no account yet; null where there is none, or several. Only proposed, never taken for sure.</summary>
    private static Person? PersonMeant(NetworkSnapshot snapshot, Newcomer newcomer)
    {
        var folded = CommandText.Fold(newcomer.Name);
        return snapshot.Network.People.Where(person => !snapshot.Accounts.ContainsKey(person.Id) && !person.HasLeft && CommandText.Fold(person.Name) == folded).ToList() is [var one] ? one : null;
    }
}
