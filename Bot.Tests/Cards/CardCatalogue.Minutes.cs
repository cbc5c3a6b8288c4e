using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Features.Minutes;
using Bot.Features.Minutes.ApproveMinutes;
using Bot.Features.Minutes.CirculateMinutes;
using Bot.Features.Minutes.CorrectMinutes;
using Bot.Features.Minutes.ShowMinutes;
using Bot.Features.Minutes.TellMinutes;
using Bot.Storage;
using Bot.Tests.Domain.Minutes;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Cards of minutes.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Minutes(Scene scene)
    {
        var (chair, member) = (scene.Turn("katrin"), scene.Turn("amina"));
        var circulated = KeptMinutes(scene, MinutesState.Circulated);
        foreach (var number in new[] { 1, 2, 999 })
        {
            yield return Replaced($"minutes-{number}", "MinutesCard.Render", MinutesCard.Render(chair, circulated, new PageRequest { Number = number }, Messages.Get(scene.Reader, Sentence.MinutesThere)));
        }

        yield return Replaced("minutes-draft", "MinutesCard.Render", MinutesCard.Render(chair, KeptMinutes(scene, MinutesState.Draft), PageRequest.First));
        yield return Replaced("minutes-approved", "MinutesCard.Render", MinutesCard.Render(member, KeptMinutes(scene, MinutesState.Approved), PageRequest.First));
        yield return Replaced("minutes-room", "MinutesCard.Render", MinutesCard.Render(scene.Turn("amina", Bot.Features.ExampleNetwork.ExampleSnapshot.PlenaryChannel), circulated, PageRequest.First));
        var many = Enumerable.Range(1, 40).Select(number => circulated.Minutes with { Meeting = new MeetingId($"{number:00000000000000000000000000000000}"), Day = circulated.Minutes.Day.PlusMonths(-number) });
        yield return Replaced("minutes-list", "MinutesListCard.Render", MinutesListCard.Render(member, [.. many], "2026", PageRequest.First));
        yield return Replaced("minutes-circulate", "CirculateCard.Render", CirculateCard.Render(chair, KeptMinutes(scene, MinutesState.Draft)));
        var proposal = new CorrectionProposal(2, 1, scene.Text("Der Termin ist der 3. April", Correction.TextLimit));
        yield return Replaced("minutes-correct", "CorrectionForm.Render", CorrectionForm.Render(member, circulated, proposal, Refused(scene, RefusalCode.LineNotInMinutes, 7)));
        yield return Replaced("minutes-correct-late", "CorrectionForm.Render", CorrectionForm.Render(member, KeptMinutes(scene, MinutesState.Approved), proposal with { Line = null }));
        foreach (var correction in circulated.Minutes.Corrections)
        {
            yield return Replaced(
                $"minutes-correction-{correction.Number}", "CorrectionCard.Render",
                CorrectionCard.Render(chair, circulated, correction, scene.Text("So war es nicht", Voiding.ReasonLimit), Refused(scene, RefusalCode.ReasonMissing)));
        }

        var ballots = Enumerable.Range(1, 7).Select(number => HeldMeeting.Sources().Ballots[0] with { Motion = new Motion(MotionKind.General, scene.Plenary.Id, scene.Text("Genehmigen wir das Protokoll?", 300), string.Empty) });
        yield return Replaced("minutes-approve", "ApprovalCard.Render", ApprovalCard.Render(chair, circulated, HeldMeeting.Next, [.. ballots]));
        yield return Replaced("minutes-approve-consent", "ApprovalCard.Render", ApprovalCard.Render(chair, circulated, HeldMeeting.Next, []));
        foreach (var news in News(scene, circulated))
        {
            yield return news;
        }
    }

    private static IEnumerable<Catalogued> News(Scene scene, MinutesView view)
    {
        const string creator = "MinutesNews.Render";
        var (reader, plenary, meeting) = (scene.Reader, scene.Plenary, view.Meeting);
        var rejected = view.Minutes.Corrections[0] with { State = CorrectionState.Rejected, Reason = scene.Text("So war es nicht", Voiding.ReasonLimit) };
        yield return Sent("minutes-news-draft", creator, MinutesNews.Drafted(reader, plenary, meeting));
        yield return Sent("minutes-news-room", creator, MinutesNews.CirculatedInRoom(reader, plenary, meeting));
        yield return Sent("minutes-news-circulated", creator, MinutesNews.Circulated(reader, plenary, meeting));
        yield return Sent("minutes-news-correction", creator, MinutesNews.Proposed(reader, plenary, meeting, rejected));
        yield return Sent("minutes-news-rejected", creator, MinutesNews.Decided(reader, plenary, meeting, rejected));
        yield return Sent("minutes-news-accepted", creator, MinutesNews.Decided(reader, plenary, meeting, rejected with { State = CorrectionState.Accepted }));
        yield return Sent("minutes-news-approve", creator, MinutesNews.ToApprove(reader, plenary, meeting));
        yield return Sent("minutes-news-approved", creator, MinutesNews.Approved(reader, plenary, meeting, KeptMinutes(scene, MinutesState.Approved).Minutes));
    }

    private static MinutesView KeptMinutes(Scene scene, MinutesState state)
    {
        var body = HeldMeeting.Body(scene.Network, scene.Text);
        if (scene.Writing == Writing.Heaviest)
        {
            var entries = Enumerable.Range(100, 60).Select(number => new MinutesEntry(number, SessionEntryKind.Decision, new LocalDateTime(2027, 1, 14, 18, 0), scene.Text(string.Empty, 1000)));
            var items = Enumerable.Range(6, 35).Select(number => new MinutesItem(number, number, scene.ItemTitle(number)) { Entries = [.. entries] });
            body = body with { Items = [.. body.Items, .. items] };
        }

        var (network, meeting) = (scene.Network, HeldMeeting.Meeting);
        var minutes = HeldMeeting.Circulated with
        {
            State = state,
            Corrections =
            [
                new Correction(1, "form-1", 2, 7, scene.Text("Die Stadt stellt Strom und Wasser.", Correction.TextLimit), new PersonId("amina"), HeldMeeting.Closed),
                new Correction(2, "form-2", 3, null, scene.Text("Es waren zwei.", Correction.TextLimit), new PersonId("gone"), HeldMeeting.Closed),
                new Correction(3, "form-3", null, null, scene.Text("Insgesamt zu kurz.", Correction.TextLimit), new PersonId("amina"), HeldMeeting.Closed),
            ],
            Approval = state == MinutesState.Approved ? new MinutesApproval(HeldMeeting.Later, HeldMeeting.Clara, HeldMeeting.Next.Id, HeldMeeting.Next.Day, 1, new BallotId("b")) : null,
        };
        return new MinutesView(new Stored<MeetingMinutes>(minutes, default), meeting, network.GeneralAssembly!, body);
    }
}
