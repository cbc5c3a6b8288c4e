using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Bot.Features.Memberships.ChangeMembership;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Tests.Cards;

/// <content>What becomes of memberships.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Memberships(Scene scene)
    {
        var own = scene.Turn("katrin");
        var organization = scene.Network.Organizations[0];
        var words = scene.Text("Brief vom 3.11.", 300);
        var fields = new MembershipFields(scene.Text(organization.Name, 120), organization.Id.Value, "2026-12-01", "2026-12-31", words);
        var line = CardText.Escape(words, LineBreaks.Collapse);
        var plan = new MembershipPlan.Ready([line, line], organization, line) { Hints = [Messages.Get(scene.Reader, Sentence.SuspendHint)] };
        foreach (var step in typeof(MembershipStep).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(MembershipStep)) && !type.IsAbstract).Select(type => (MembershipStep)RuntimeHelpers.GetUninitializedObject(type)))
        {
            yield return Replaced($"membership-{step.Entry.Name}-form", "MembershipCards.Form", MembershipCards.Form(own, step, fields, Messages.Get(scene.Reader, Sentence.MembershipWhich)));
            yield return Replaced($"membership-{step.Entry.Name}-preview", "MembershipCards.Preview", MembershipCards.Preview(own, step, fields, plan, Messages.Get(scene.Reader, Sentence.SetupOvertaken)));
        }
    }
}
