using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Bot.Domain.Committees;
using Bot.Features.Setup.FoundNetwork;
using Bot.Features.Setup.MeetNewcomers;
using Bot.Features.Setup.ShowSetup;
using Bot.Features.Setup.TakeStep;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Tests.Cards;

/// <content>Setting up a network.</content>
internal static partial class CardCatalogue
{
    private static readonly int[] SetupPages = [1, 2, 999];

    private static readonly string[] SetupTexts = ["name", "people", "which", "place", "aliases", "whose"];

    private static IEnumerable<Catalogued> Setup(Scene scene)
    {
        var own = scene.Turn("katrin");
        var name = scene.Text("Sportbund", 100);
        yield return Replaced("founding", "FoundingCard.Render", FoundingCard.Render(scene.Reader, FoundingFields.Empty(scene.Reader), []));
        yield return Replaced("founding-faults", "FoundingCard.Render", FoundingCard.Render(
            scene.Reader, new FoundingFields(name, "x", name, name), [Sentence.FoundingNameMissing, Sentence.FoundingLandMissing, Sentence.FoundingZoneUnknown, Sentence.FoundingPlenaryMissing]));
        var bare = scene.Snapshot with
        {
            Rooms = new Dictionary<CommitteeId, string>(),
            Network = scene.Network with { Organizations = [.. scene.Network.Organizations.Select(one => one with { Representatives = [] })], Seats = [] },
        };
        foreach (var number in scene.Writing == Writing.Heaviest ? SetupPages : [1])
        {
            yield return Replaced($"setup-{number}", "SetupCard.Render", SetupCard.Render(own with { Snapshot = bare }, newcomers: 3, new PageRequest { Number = number }));
        }

        var fields = SetupTexts.Aggregate(SetupFields.Empty, (all, field) => all.With(field, name)).With("committee", scene.Board.Id.Value);
        var plan = new SetupPlan.Ready([Escaped("Sportbund", 120), Escaped("Anna", 600)], new NetworkChange { By = new PersonId("katrin"), At = Scene.Now }, name) { Hints = [Escaped("Hinweis", 120)] };
        string Escaped(string usual, int limit) => CardText.Escape(scene.Text(usual, limit), LineBreaks.Collapse);
        foreach (var step in typeof(SetupStep).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(SetupStep)) && !type.IsAbstract).Select(type => (SetupStep)RuntimeHelpers.GetUninitializedObject(type)))
        {
            yield return Replaced($"step-{step.Entry.Name}-form", "ChangeCard.Form", StepCards.Form(own, step, fields, Messages.Get(scene.Reader, Sentence.SetupNameMissing)));
            yield return Replaced($"step-{step.Entry.Name}-preview", "ChangeCard.Preview", StepCards.Preview(own, step, fields, plan, Messages.Get(scene.Reader, Sentence.SetupOvertaken)));
        }

        IReadOnlyList<Newcomer> open = [.. Enumerable.Range(0, 20).Select(number => new Newcomer("k" + number, new Account("29:" + new string('x', 90) + number, null), number == 0 ? scene.Network.People[0].Name : name, Scene.Now))];
        var accountless = scene.Snapshot with { Accounts = new Dictionary<PersonId, Account>() };
        yield return Replaced("newcomer", "NewcomerCard.Question", NewcomerCard.Question(scene.Reader, accountless, open[0]));
        yield return Replaced("newcomer-other", "NewcomerCard.Question", NewcomerCard.Question(scene.Reader, accountless, open[1]));
        yield return Replaced("newcomer-known", "NewcomerCard.Greeting", NewcomerCard.Greeting(scene.Reader, scene.Network, scene.Network.People[0]));
        yield return Replaced("newcomers", "NewcomerCard.List", NewcomerCard.List(own with { Snapshot = accountless }, open, PageRequest.First));
        yield return Replaced("newcomers-none", "NewcomerCard.List", NewcomerCard.List(own, [], PageRequest.First));
        yield return Replaced("step-done", "StepCards.Done", StepCards.Done(scene.Reader, Messages.Get(scene.Reader, Sentence.SetupOrganizationAdded, Escaped("Sportbund", 120))));
    }
}
