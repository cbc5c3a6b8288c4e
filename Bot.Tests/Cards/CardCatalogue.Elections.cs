using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Features.Elections;
using Bot.Features.Elections.CallElection;
using Bot.Features.Elections.FollowElection;
using Bot.Features.Elections.LeaveBody;
using Bot.Features.Elections.Nominate;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Elections in every state, for those who lead them, stand in them, vote in them.</content>
internal static partial class CardCatalogue
{
    private const string ElectionRender = "ElectionCard.Render";

    private static IEnumerable<Catalogued> Elections(Scene scene)
    {
        foreach (var (name, election) in ElectionStates(scene))
        {
            foreach (var who in new[] { "katrin", "amina", "bernd", "samira" })
            {
                yield return Sent($"election-{name}-{who}", ElectionRender, CardMessage.Of(scene.Reader, ElectionCard.Render(
                    scene.Reader, scene.Network, election, ElectionViewer.Of(scene.Network, election, new PersonId(who)), Messages.Get(scene.Reader, Sentence.ElectionToDecide))));
            }

            yield return Replaced($"election-{name}-room", ElectionRender, ElectionCard.Render(scene.Reader, scene.Network, election, ElectionViewer.Room));
        }

        var nominating = Nominating(scene);
        yield return Replaced("election-start", "ElectionQuestionCard.Render", ElectionQuestionCard.Start(scene.Reader, scene.Network, nominating));
        yield return Replaced("election-cancel", "ElectionQuestionCard.Render", ElectionQuestionCard.Cancel(scene.Reader, scene.Network, nominating));
        yield return Replaced("election-nominate", "NominationForm.Render", NominationForm.Render(scene.Reader, scene.Network, nominating));
        yield return Replaced("election-nominate-list", "NominationForm.Render", NominationForm.Render(scene.Reader, scene.Network, nominating with { Method = ElectionMethod.List }));
        var draft = new ElectionDraft
        {
            Body = scene.Board.Id, Seats = 5, NominateUntil = new LocalDateTime(2026, 12, 14, 18, 0), VoteUntil = new LocalDateTime(2026, 12, 21, 18, 0), Form = new FormReference(new string('0', 32), 0),
        };
        yield return Replaced("election-form", "ElectionForm.Render", ElectionForm.Render(scene.Reader, scene.Network, draft));
        yield return Replaced("election-form-empty", "ElectionForm.Render", ElectionForm.Render(scene.Reader, scene.Network, new ElectionDraft(), Refused(scene, RefusalCode.ElectionIncomplete)));
        yield return Replaced("election-preview", "ElectionPreviewCard.Render", ElectionPreviewCard.Render(scene.Reader, scene.Network, draft, nominating));
        yield return Replaced("election-preview-open", "ElectionPreviewCard.Render", ElectionPreviewCard.Render(
            scene.Reader, scene.Network, draft, nominating with { IsByElection = true, Method = ElectionMethod.OneByOne, Rule = new ElectionRule { Secrecy = BallotSecrecy.Open } }));
        yield return Sent("election-expiry", "SentenceCard.Of", ElectionPosts.Expiry(scene.Reader, scene.Network, ElectionStates(scene).Single(state => state.Name == "finished").Election));
        yield return Replaced("election-leave", "LeaveCard.Render", LeaveCard.Render(scene.Turn("katrin"), scene.Board, scene.Network.People[1], null));
        yield return Replaced("election-leave-next", "LeaveCard.Render", LeaveCard.Render(scene.Turn("katrin"), scene.Board, scene.Network.People[1], ElectionStates(scene).Single(state => state.Name == "finished").Election));
        foreach (var reason in Enum.GetValues<RoundReason>())
        {
            var view = PaperView(scene, MotionKind.Election, new PaperForm.Marking(3, 3));
            var terms = new RoundTerms(2, 3, reason != RoundReason.Tie, reason);
            yield return Ballot(scene, $"election-round-{reason}", view with { Record = view.Record with { Motion = view.Record.Motion with { Text = terms.ToCode() } } }, Sentence.BallotLead);
        }

        foreach (var (name, terms) in new[]
        {
            ("lists", new RoundTerms(1, 3, false, RoundReason.First, new ListTerms(SeatMethod.SainteLague, [2, 2, 2]))),
            ("list", new RoundTerms(1, 3, true, RoundReason.First, new ListTerms(SeatMethod.DHondt, [3]))),
            ("seat", new RoundTerms(4, 1, true, RoundReason.NextSeat, null, 2)),
        })
        {
            var view = PaperView(scene, MotionKind.Election, new PaperForm.Choice(3, 1));
            yield return Ballot(scene, $"election-round-{name}", view with { Record = view.Record with { Motion = view.Record.Motion with { Text = terms.ToCode() } } }, Sentence.BallotLead);
        }

        yield return Replaced("election-preview-lists", "ElectionPreviewCard.Render", ElectionPreviewCard.Render(
            scene.Reader, scene.Network, draft with { Method = ElectionMethod.List }, ElectionStates(scene).Single(state => state.Name == "lists").Election));
        yield return Replaced("election-preview-early", "ElectionPreviewCard.Render", ElectionPreviewCard.Render(scene.Reader, scene.Network, draft, nominating, new LocalDate(2027, 12, 31)));
    }

    private static IEnumerable<(string Name, Election Election)> ElectionStates(Scene scene)
    {
        var nominating = Nominating(scene);
        yield return ("nominating", nominating);
        yield return ("nobody-stands", nominating with { Nominations = [] });
        yield return ("cancelled", nominating with { State = ElectionState.Cancelled });
        var people = nominating.Standing(scene.Network);
        var voting = ((Outcome<Election>.Done)nominating.OpenFirst(people, Scene.Now, Scene.Now + Duration.FromDays(7))).Value;
        yield return ("voting", voting);
        var tied = Counted(voting, "6 3 3", people);
        yield return ("tied", tied);
        yield return ("too-few", Counted(voting with { Rounds = [voting.Round! with { NeedsMajority = true }] }, "4 3 3", people));
        var runOff = ((Outcome<Election>.Done)tied.OpenRunOff(Scene.Now, Scene.Now + Duration.FromDays(7))).Value;
        var lot = Counted(runOff, "4 4", runOff.Round!.Candidates);
        yield return ("lot", lot);
        var asked = ((Outcome<Election>.Done)lot.AskForLot(new PersonId("katrin"))).Value;
        yield return ("lot-asked", asked);
        var accepting = ((Outcome<Election>.Done)asked.DrawLot(new PersonId("witness"), asked.Pending!.People, Scene.Now)).Value;
        yield return ("accepting", accepting);
        yield return ("withheld", accepting with { Rounds = [.. accepting.Rounds.Select(round => round with { Count = round.Count! with { Piles = [] } })] });
        yield return ("all-rounds", accepting with { Rounds = [.. Enumerable.Range(1, 9).Select(number => accepting.Rounds[0] with { Number = number })] });
        var states = Enum.GetValues<MandateState>();
        yield return ("finished", accepting with
        {
            State = ElectionState.Finished, TermFrom = new LocalDate(2027, 1, 1), IsInOffice = true, Resolution = "2027-01",
            Mandates = [.. accepting.Mandates.Select((mandate, place) => mandate with { State = states[(place + 1) % states.Length], IsSubstitute = place % 2 == 1 })],
        });
        foreach (var state in ListStates(scene, nominating).Concat(SeatStates(nominating)))
        {
            yield return state;
        }

        yield return ("empty", nominating with { State = ElectionState.Finished, Resolution = "2027-01" });
    }

    /// <summary>A list vote: as many lists as may be in the heaviest writing, and in every state that looks different.</summary>
    private static IEnumerable<(string Name, Election Election)> ListStates(Scene scene, Election nominating)
    {
        var people = nominating.Nominations.Select(name => name.Person).ToList();
        var size = scene.Writing == Writing.Usual ? 2 : 1;
        var lists = people.Chunk(size).Select((names, place) => new CandidateList(place + 1, scene.Text("Vielfalt " + place, CandidateList.NameLimit), names[0], Scene.Now, names)).ToList();
        var listed = nominating with
        {
            Method = ElectionMethod.List, Rule = ElectionRule.Default with { Allowed = ElectionMethods.List, Method = ElectionMethod.List }, TermChosen = new LocalDate(2027, 2, 1), Lists = [.. lists],
            Nominations = [.. nominating.Nominations.Select(name => name with { List = lists.First(list => list.Order.Contains(name.Person)).Number })],
        };
        yield return ("lists-none", listed with { Lists = [], Nominations = [] });
        yield return ("lists", listed);
        yield return ("lists-one", listed with { Lists = [lists[0]], Nominations = [.. listed.Nominations.Where(name => name.List == 1)] });
        var voting = ((Outcome<Election>.Done)listed.OpenFirst(listed.Standing(scene.Network), Scene.Now, Scene.Now + Duration.FromDays(7))).Value;
        yield return ("lists-voting", voting);
        var form = voting.Round!.Form;
        var papers = Enumerable.Range(0, 12).Select(number => form is PaperForm.Choice choice ? BallotPaper.Choosing([(number % choice.Options) + 1]) : BallotPaper.Marking([OptionMark.Yes])).ToList();
        var count = new BallotCount(PaperPile.Sort(papers), papers.Count, 2, null, 1);
        var counted = voting.Counted(RoundTerms.Of(voting, voting.Round).Standings(count, form, MajorityRule.Default), count, Scene.Now);
        yield return ("lists-counted", counted);
        yield return ("lists-withheld", counted with { Rounds = [counted.Rounds[0] with { Count = count with { Piles = [] } }] });
    }

    private static IEnumerable<(string Name, Election Election)> SeatStates(Election nominating)
    {
        var candidates = nominating.Nominations.Select(name => name.Person).Take(4).ToList();
        var consenting = nominating with { Method = ElectionMethod.SeatBySeat, Nominations = [.. nominating.Nominations.Select(name => name with { Answer = Consent.Given })] };
        var first = ((Outcome<Election>.Done)consenting.OpenFirst(candidates, Scene.Now, Scene.Now + Duration.FromDays(7))).Value;
        yield return ("seat-voting", first);
        var next = Counted(first, "6 3 1 1", candidates);
        yield return ("seat-next", next);
        yield return ("seat-many", next with { Rounds = [.. Enumerable.Range(1, 60).Select(number => next.Rounds[0] with { Number = number, Seat = number })] });
    }

    private static Election Nominating(Scene scene)
    {
        var standing = scene.Writing == Writing.Usual ? scene.Network.People.Skip(1).Take(4) : scene.Network.People.Skip(1).Concat(scene.Network.People.Reverse()).DistinctBy(person => person.Id).Take(Election.MostCandidates);
        return new Election
        {
            Id = new ElectionId("00000000000000000000000000000000"), Body = scene.Board.Id, Committee = scene.Plenary.Id, Seats = 2, Method = ElectionMethod.Joint,
            Rule = ElectionRule.Default with { AbsoluteRounds = 0 }, CalledBy = new PersonId("katrin"), CalledAt = Scene.Now, NominateUntil = Scene.Now + Duration.FromDays(7), VoteUntil = Scene.Now + Duration.FromDays(14),
            Nominations = [.. standing.Select((person, place) => new Nomination(person.Id, person.Id, Scene.Now, place == 2 ? Consent.Asked : Consent.Given))],
        };
    }

    private static Election Counted(Election election, string votes, IReadOnlyList<PersonId> people)
    {
        var papers = votes.Split(' ').Take(people.Count).SelectMany((number, place) => Enumerable.Repeat(BallotPaper.Choosing([place + 1]), int.Parse(number, CultureInfo.InvariantCulture))).ToList();
        var count = new BallotCount(PaperPile.Sort(papers), papers.Count, 2, null, 1);
        var round = election.Round!;
        return (election with { Rounds = election.Rounds.SetItem(election.Rounds.Count - 1, round with { Form = new PaperForm.Choice(round.Candidates.Count, round.Seats) }) })
            .Counted(Standing.Of(count, new PaperForm.Choice(round.Candidates.Count, round.Seats), MajorityRule.Default), count, Scene.Now);
    }
}
