using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Domain.Polls;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using Bot.Features.Polls.OpenPoll;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Tests.Cards;

/// <content>Mood polls: what opens them, and what orders and dates came to.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Polls(Scene scene)
    {
        var turn = scene.Turn("katrin");
        var scope = PollScope.Everything(scene.Network);
        var draft = new PollDraft
        {
            Committee = scene.Board.Id,
            Question = scene.Text("Welches Motto?", PollProposal.QuestionLimit),
            Options = [.. Enumerable.Range(1, PollProposal.MostOptions).Select(number => scene.Text("Vielfalt", PollProposal.OptionLimit - 3) + number)],
            Form = new FormReference(new string('0', 32), 0),
        };
        var dates = draft with { Kind = PollKind.Dates, Options = [.. Enumerable.Range(1, PollProposal.MostOptions).Select(day => $"2027-01-{day:00}T17:00")], IsAnonymous = false };
        yield return Replaced("poll-form-empty", "PollForm.Render", PollForm.Render(turn, scope, new PollDraft { Problems = [new AppointmentProblem(AppointmentProblemKind.NoSuchDay, scene.Text("31.2.", 200), [], [])] }));
        yield return Replaced("poll-form-filled", "PollForm.Render", PollForm.Render(turn, scope, draft, CardText.Escape(scene.Text("Es fehlt etwas.", 200))));
        yield return Replaced("poll-form-dates", "PollForm.Render", PollForm.Render(turn, scope, dates));
        yield return Replaced("poll-preview", "PollPreview.Render", PollPreview.Draw(turn, scope, draft));
        yield return Replaced("poll-preview-dates", "PollPreview.Render", PollPreview.Draw(turn, scope, dates));
        var inMeeting = new PollScope([scene.Board], [Attended([]).Meeting with { Committee = scene.Board.Id }]);
        yield return Replaced("poll-form-meeting", "PollForm.Render", PollForm.Render(turn, inMeeting, draft, Refused(scene, RefusalCode.PollRuns)));
        yield return Replaced("poll-preview-meeting", "PollPreview.Render", PollPreview.Draw(turn, inMeeting, draft));
        yield return Replaced("poll-opened", "PollPreview.Opened", PollPreview.Opened(turn, draft.In(scene.Network, Scene.Now)!));

        var asked = PaperView(scene, MotionKind.Poll, new PaperForm.Marking(12, 12));
        asked = asked with { MayPlan = true, Record = asked.Record with { Motion = asked.Record.Motion with { Options = dates.Options } } };
        yield return Ballot(scene, "poll-dates", asked with { Record = asked.Record with { Count = null } }, Sentence.BallotLead);
        yield return Ballot(scene, "poll-dates-even", Counted(asked, new string('y', 12)), Sentence.ResultLead);
        yield return Ballot(scene, "poll-dates-best", Counted(asked, "ymnnnnnnnnnn"), Sentence.ResultLead);
        yield return Ballot(scene, "poll-dates-none", Counted(asked, new string('n', 12)), Sentence.ResultLead);
        var order = PaperView(scene, MotionKind.Poll, new PaperForm.Ranking(12));
        yield return Ballot(scene, "poll-order", Counted(order, "3>1>2"), Sentence.ResultLead);
    }

    private static BallotView Counted(BallotView view, string paper) => view with
    {
        Record = view.Record with { Count = new BallotCount([new PaperPile(new BallotPaper(paper), 7)], 7, 2, null, 0) },
    };
}
