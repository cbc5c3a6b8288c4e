using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Bot.Domain;
using Bot.Features.Help;
using Bot.Features.Members.ListCommittees;
using Bot.Features.Members.ListMembers;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Features.ExampleNetwork;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Tests.Cards;

/// <summary>Every card the bot can send, in every state, drawn by the bot's own code. Whoever adds a card adds it here: a test finds what is missing.</summary>
internal static partial class CardCatalogue
{
    /// <summary>All cards of a scene.</summary>
    public static IReadOnlyList<Catalogued> Of(Scene scene) =>
        [.. Turns(scene), .. Lists(scene), .. Groups(scene), .. Setup(scene), .. Register(scene), .. Rules(scene), .. Planning(scene), .. Admissions(scene), .. Memberships(scene), .. Expulsions(scene), .. Prospects(scene), .. Deliveries(scene), .. Ballots(scene), .. Results(scene), .. Votes(scene), .. BallotLife(scene), .. Attending(scene), .. Papers(scene), .. Elections(scene), .. Polls(scene), .. Meetings(scene), .. Calendars(scene), .. MemberLists(scene), .. Minutes(scene), .. Invitations(scene), .. Sessions(scene), .. Tasks(scene), .. MeetingForms(scene), .. Items(scene), .. Agendas(scene), .. Motions(scene), .. Moves(scene), .. Replying(scene), .. FollowUps(scene), .. Privacy(scene), .. Mandates(scene)];

    private static IEnumerable<Catalogued> Turns(Scene scene)
    {
        foreach (var (who, where) in new[] { ("katrin", null), ("amina", null), ("stranger", null), ("amina", ExampleSnapshot.BoardChat), ("amina", "19:elsewhere@thread.v2") })
        {
            var turn = scene.Turn(who, where);
            var content = Greeting.Card(turn);
            yield return Sent($"greeting-{who}{(where is null ? string.Empty : where[3..7])}", "Greeting.Card", CardMessage.Of(scene.Reader, content, Messages.Get(scene.Reader, Sentence.GreetingHeading)));
        }

        yield return Said("suggestion-not-understood", "SuggestionCard.For", SuggestionCard.For(scene.Turn("amina"), new CommandText(scene.Text("Sitzungstermine bitte", 500))));
        yield return Said("suggestion-nothing", "SuggestionCard.For", SuggestionCard.For(scene.Turn("amina"), new CommandText(string.Empty)));
        yield return Replaced("sentence-dismissed", "SentenceCard.Of", SentenceCard.Of(scene.Reader, Messages.Get(scene.Reader, Sentence.Dismissed)));
        var help = new HelpCommand();
        foreach (var who in new[] { "katrin", "amina", "stranger" })
        {
            yield return Answered($"help-{who}", "HelpCard.Card", help, scene.Turn(who));
        }

        foreach (var group in CommandGroup.All)
        {
            yield return Replaced($"help-{group.Name}", "HelpCard.Card", HelpCard.Topic(scene.Turn("katrin"), group));
        }

        yield return Replaced("help-found", "HelpCard.Card", HelpCard.Found(scene.Turn("katrin"), "sitzung"));
        yield return Answered("help-room", "HelpCard.Card", help, scene.Turn("amina", ExampleSnapshot.BoardChat));
        yield return Replaced("shortened", "FittingCard.Shortened", FittingCard.Of(scene.Reader, TooLarge(scene)));
    }

    /// <summary>A card no part of the bot draws: what stands between a mistake and Teams.</summary>
    private static AdaptiveCard TooLarge(Scene scene) => new()
    {
        Lang = scene.Reader.Language,
        FallbackText = Messages.Get(scene.Reader, Sentence.HelpHeading),
        Body =
        [
            CardPart.Heading(Messages.Get(scene.Reader, Sentence.HelpHeading)),
            .. Enumerable.Repeat(CardPart.Text(Messages.Get(scene.Reader, Sentence.GreetingCoordinator, CardText.Escape(scene.Network.Name))), 200),
        ],
        Actions = [SuggestionCard.RunButton(scene.Reader, CommandTable.Help)],
    };

    private static IEnumerable<Catalogued> Lists(Scene scene)
    {
        var members = new ListMembersCommand();
        var committees = new ListCommitteesCommand();
        foreach (var number in scene.Writing == Writing.Heaviest ? new[] { 1, 2, 999 } : [1])
        {
            var page = new PageRequest { Number = number };
            yield return Said($"members-{number}", "ListMembersCommand.Answer", members.PageAsync(scene.Turn("katrin"), string.Empty, page, CancellationToken.None).Result);
            yield return Said($"committees-{number}", "ListCommitteesCommand.PageAsync", committees.PageAsync(scene.Turn("amina"), string.Empty, page, CancellationToken.None).Result);
        }
    }

    /// <summary>What a refusal looks like above a form.</summary>
    private static string Refused(Scene scene, RefusalCode code, params object[] details) => RefusalText.Markdown(scene.Turn("katrin"), new Refusal(code, details));

    private static Catalogued Answered(string name, string creator, HelpCommand command, Turn turn) =>
        Said(name, creator, command.HandleAsync(turn, new CommandText(string.Empty), CancellationToken.None).Result);

    private static Catalogued Said(string name, string creator, Answer answer) => answer is Answer.Card card
        ? Sent(name, creator, CardMessage.Of(Reader.For(card.Content.Lang), card.Content, card.Summary))
        : throw new InvalidOperationException($"{name} is answered with {answer}, not with a card.");

    private static Catalogued Sent(string name, string creator, Activity message) =>
        new(name, creator, message.Attachments!.Single().Content is AdaptiveCard card ? card : throw new InvalidOperationException($"{name} is no card."), message.Summary);

    private static Catalogued Replaced(string name, string creator, AdaptiveCard card) => new(name, creator, card, null);
}
