using System;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Sessions;

/// <content>What is noted, and taken back.</content>
public sealed partial record MeetingSession
{
    /// <summary>What a decision taken now is measured against.</summary>
    /// <param name="attendance">Who is present.</param>
    /// <param name="now">When.</param>
    /// <returns>Presence is unknown where nobody was noted, and where the rule has others vote than attendance is taken of.</returns>
    public DecisionBasis BasisAt(Attendance attendance, Instant now)
    {
        var committee = Network.Committee(Meeting.Committee) ?? throw new InvalidOperationException("A meeting without its committee.");
        var rule = committee.Rules.DecisionOn(MotionKind.General);
        var voters = Network.Electorate(committee, rule.VotingRight);
        var isNoted = attendance.Lines.Count > 0 && Network.Electorate(committee).Select(entry => entry.Voter).ToHashSet().SetEquals(voters.Select(entry => entry.Voter));
        return new DecisionBasis(isNoted ? attendance.CountAt(voters, now).Present : null, voters.Count, Meeting.Here(rule.Majority).ToCode());
    }

    /// <summary>Notes a decision. With a show of hands it is what the committee's rule makes of the numbers; without, it was taken by consent, which decides nothing where fewer
    /// are present than the rule asks for.</summary>
    /// <param name="text">The wording.</param>
    /// <param name="hands">What was counted; null where nobody counted.</param>
    /// <param name="basis">What it is measured against.</param>
    /// <param name="isConfirmed">Whether somebody has looked at the numbers again and says that more voted than were noted as present; then those were there.</param>
    /// <param name="act">Who, when.</param>
    /// <returns>A refusal also where the rules want a secret ballot, where the lot has decided the same question and no reason is given to vote on it again, where more hands were counted than may vote, or, to be asked back, than are noted as present.</returns>
    public Outcome<SessionStep> Decide(string text, HandCount? hands, DecisionBasis basis, bool isConfirmed, SessionAct act)
    {
        if ((WhyNotLed(act) ?? Objection(text)) is { } refusal)
        {
            return refusal;
        }

        if (Record.From(act.Origin) is { } before)
        {
            return Repeated(before);
        }

        if (hands is not null && Network.Committee(Meeting.Committee)?.Rules.DecisionOn(MotionKind.General).Secrecy.Kind == BallotSecrecy.Secret)
        {
            return new Refusal(RefusalCode.HandsAgainstRules);
        }

        if (Record.Decisions.Any(decision => decision.IsDrawn && SameQuestion.Is(decision.Text, text)))
        {
            return new Refusal(RefusalCode.LotStands);
        }

        if (hands is { Cast: var cast } && cast > basis.Entitled)
        {
            return new Refusal(RefusalCode.HandsExceedEntitled, cast, basis.Entitled);
        }

        if (hands is { Cast: var counted } && basis.Present is { } present && counted > present)
        {
            if (!isConfirmed)
            {
                return new Refusal(RefusalCode.HandsExceedPresent, counted, present);
            }

            basis = basis with { Present = counted };
        }

        return new SessionStep(New(SessionEntryKind.Decision, act) with { Text = text, Hands = hands, Basis = basis, IsWithoutQuorum = hands is null && basis.HoldsQuorum == false });
    }

    /// <summary>Notes that somebody is to do something.</summary>
    /// <param name="text">What.</param>
    /// <param name="assignee">Who, when the network knows them; null otherwise.</param>
    /// <param name="name">Who, in words, when it does not; empty for nobody.</param>
    /// <param name="due">Until which day; null for no day.</param>
    /// <param name="act">Who notes it, when.</param>
    /// <returns>A refusal also where the item is confidential and the assignee is not of the committee.</returns>
    public Outcome<SessionStep> Assign(string text, PersonId? assignee, string name, LocalDate? due, SessionAct act)
    {
        if ((WhyNotMember(act) ?? Objection(text)) is { } refusal)
        {
            return refusal;
        }

        if (Record.From(act.Origin) is { } before)
        {
            return Repeated(before);
        }

        var isConfidential = Current is { Visibility: AgendaVisibility.Committee };
        if (isConfidential && assignee is { } one && Network.Committee(Meeting.Committee) is { } committee && !Network.Allows(Right.ReadConfidentialItems, one, committee))
        {
            return new Refusal(RefusalCode.ConfidentialAssignee, Network.Person(one)?.Name ?? name);
        }

        if (name.Length > NameLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, NameLimit);
        }

        var entry = New(SessionEntryKind.Task, act) with { Text = text, Assignee = assignee, AssigneeName = assignee is null ? name : string.Empty, Due = due };
        return new SessionStep(entry)
        {
            Task = new MeetingTask(0, Meeting.Id, Meeting.Committee, entry.Number, text)
            {
                Assignee = assignee,
                AssigneeName = entry.AssigneeName,
                Due = due,
                IsConfidential = isConfidential,
                NotedBy = act.By,
                NotedAt = act.At,
            },
        };
    }

    /// <summary>Notes something for the minutes.</summary>
    public Outcome<SessionStep> Note(string text, SessionAct act)
    {
        if ((WhyNotMember(act) ?? Objection(text)) is { } refusal)
        {
            return refusal;
        }

        return Record.From(act.Origin) is { } before ? Repeated(before) : new SessionStep(New(SessionEntryKind.Note, act) with { Text = text });
    }

    /// <summary>The entry somebody means who says only that the last one is to be undone: the last of all for whoever leads the meeting, which is its opening when nothing else
    /// stands; their own last for others; null when there is none. To be asked once, before anything is stored, so that whoever comes second does not undo another one.</summary>
    public SessionEntry? LastOf(PersonId person) => Record.Standing.LastOrDefault(entry => entry.Kind != SessionEntryKind.Closed
        && (Meeting.IsLedBy(Network, person) || (entry.By == person && entry.Kind is not (SessionEntryKind.Opened or SessionEntryKind.TieBroken))));

    /// <summary>Undoes an entry. One that is undone stays so. The opening is taken back by <see cref="TakeBackOpening"/>.</summary>
    /// <param name="number">Which; null for none, which is refused.</param>
    /// <param name="act">Who, when.</param>
    /// <returns>A refusal also for a step along the agenda that is not the last one any more, and for what the lot has decided.</returns>
    public Outcome<SessionStep> Undo(int? number, SessionAct act)
    {
        if (NotOpen(act.At) is { } refusal)
        {
            return refusal;
        }

        if (act.Origin.Length > 0 && Record.Entries.FirstOrDefault(entry => entry.UndoneOrigin == act.Origin) is { } undone)
        {
            return Repeated(undone);
        }

        var before = Record.Entries.FirstOrDefault(entry => entry.Number == number);
        if (before is null or { Kind: SessionEntryKind.Opened or SessionEntryKind.Closed })
        {
            return new Refusal(RefusalCode.NothingToUndo);
        }

        // A witness who does not like what was drawn does not take it back.
        if ((before.By != act.By || before.Kind == SessionEntryKind.TieBroken) && !IsLedBy(act))
        {
            return new Refusal(RefusalCode.OnlyMeetingLead);
        }

        if (before.UndoneAt is not null)
        {
            return Repeated(before);
        }

        if (IsFinal(before))
        {
            return new Refusal(RefusalCode.LotStands);
        }

        return before.IsStep && Record.Standing.Last(entry => entry.IsStep) != before ? new Refusal(RefusalCode.NothingToUndo) : Undoing(before, act);
    }

    private SessionStep Undoing(SessionEntry before, SessionAct act)
    {
        var after = before with { UndoneAt = act.At, UndoneBy = act.By, UndoneOrigin = act.Origin };
        var record = new SessionRecord([.. Record.Entries.Select(entry => entry == before ? after : entry)]);
        return new SessionStep(after) { Before = before, Items = Changed(record, before.IsStep ? before.Item : null) };
    }

    private Refusal? WhyNotMember(SessionAct act) =>
        Network.Allows(Right.FollowMeeting, act.By, Meeting.Committee, Meeting.Chair)
            ? NotOpen(act.At)
            : new Refusal(RefusalCode.NotMemberOfCommittee, Network.Committee(Meeting.Committee)?.Name ?? string.Empty);

    private static Refusal? Objection(string text) => text.Length switch
    {
        0 => new Refusal(RefusalCode.NoteMissing),
        > TextLimit => new Refusal(RefusalCode.TextTooLong, TextLimit),
        _ => null,
    };
}
