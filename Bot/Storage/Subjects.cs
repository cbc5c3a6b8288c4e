using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;

namespace Bot.Storage;

/// <summary>The kinds of things that are looked at when due and that are talked about, and how they are called in rows.</summary>
internal static class Subjects
{
    /// <summary>A meeting.</summary>
    public const string Meeting = "meeting";

    /// <summary>What follows from a meeting's agenda once the meeting is over.</summary>
    public const string Agenda = "agenda";

    /// <summary>A committee's rhythm of meetings.</summary>
    public const string Rhythm = "rhythm";

    /// <summary>A meeting that goes on, or has ended: what was noted in it.</summary>
    public const string Session = "session";

    /// <summary>A task from a meeting.</summary>
    public const string Task = "task";

    /// <summary>Whether a committee that must meet has a date in the quarter.</summary>
    public const string Quarter = "quarter";

    /// <summary>Whose turn it is to lead a committee's meetings.</summary>
    public const string Rota = "rota";

    /// <summary>A network's weekly overview.</summary>
    public const string Digest = "digest";

    /// <summary>Weekly overviews that begin by themselves; looked at with the rhythms.</summary>
    public const string DigestStart = "digeststart";

    /// <summary>A ballot.</summary>
    public const string Ballot = "ballot";

    /// <summary>An admission case.</summary>
    public const string Admission = "admission";

    /// <summary>An admission case that may be stalled; looked at with the case.</summary>
    public const string Stalled = "stalled";

    /// <summary>A meeting in which an applicant may introduce itself; looked at with the meeting, under its identity.</summary>
    public const string Introduction = "introduction";

    /// <summary>An expulsion case.</summary>
    public const string Expulsion = "expulsion";

    /// <summary>An expulsion case that may be stalled; looked at with the case.</summary>
    public const string StalledExpulsion = "stalled-expulsion";

    /// <summary>Whether an organization whose expulsion was proposed has left by itself; looked at with the organization's membership, under its identity.</summary>
    public const string ExpulsionLeft = "expulsion-left";

    /// <summary>A member organization: whether it leaves, or is suspended.</summary>
    public const string Membership = "membership";

    /// <summary>The minutes of a meeting, by its identity.</summary>
    public const string Minutes = "minutes";

    /// <summary>The draft of a meeting's minutes, made when it is closed; by the meeting's identity.</summary>
    public const string MinutesDraft = "minutes-draft";

    /// <summary>A meeting's minutes in the team's files.</summary>
    public const string MinutesFile = "minutes-file";

    /// <summary>A list of organizations that was sent.</summary>
    public const string SentList = "sent-list";

    /// <summary>A message that was heard.</summary>
    public const string Message = "message";

    /// <summary>What follows from a decided motion: resolution, effect, notices.</summary>
    public const string Motion = "motion";

    /// <summary>A resolution that is to be carried out, by its number.</summary>
    public const string Resolution = "resolution";

    /// <summary>A working group: its reports, its term, who wants to take part; by the committee's identity.</summary>
    public const string Group = "group";

    /// <summary>The seats of a committee whose terms were set, or that were given up; by the committee's identity.</summary>
    public const string Seats = "seats";

    /// <summary>A network whose zone or Land may have changed; by the zone it had before, with '.' for '/'.</summary>
    public const string Place = "place";

    /// <summary>An election.</summary>
    public const string Election = "election";

    /// <summary>A meeting in the calendars and mailboxes of those who are invited; filed under the meeting's identity.</summary>
    public const string Invitation = "invitation";

    /// <summary>A look-up of how somebody can be reached, until nobody needs to know of it any more.</summary>
    public const string LookUp = "lookup";

    /// <summary>What a network has kept long enough; by the network's identity.</summary>
    public const string Retention = "retention";

    /// <summary>Somebody who has their data deleted, by their identity.</summary>
    public const string Departure = "departure";

    /// <summary>A change that gave somebody power, or took it, which the coordinators are told of.</summary>
    public const string Power = "power";

    /// <summary>Somebody who says that they belong, with an account the network does not know.</summary>
    public const string Newcomer = "newcomer";

    /// <summary>An organization that could become a partner, whom somebody wants to ask again.</summary>
    public const string Prospect = "prospect";

    /// <summary>Whom an announcement has reached; by kind and identity of what was announced, with '.' between.</summary>
    public const string Reach = "reach";

    /// <summary>A meeting that is being announced; looked at with the meeting, under its identity.</summary>
    public const string MeetingReach = "meeting-reach";

    /// <summary>A ballot that is being announced; looked at with the ballot, under its identity.</summary>
    public const string BallotReach = "ballot-reach";

    /// <summary>Elections, cases, minutes, tasks and working groups that are talked about; looked at with them, under their identity.</summary>
    public const string ElectionReach = "election-reach", AdmissionReach = "admission-reach", ExpulsionReach = "expulsion-reach", MinutesReach = "minutes-reach", TaskReach = "task-reach", GroupReach = "group-reach";

    /// <summary>A ballot in the mailboxes of those whom it does not reach in Teams; looked at with the ballot, under its identity.</summary>
    public const string BallotMail = "ballot-mail";

    /// <summary>The whole store.</summary>
    public const string Store = "store";

    /// <summary>The whole store, whose rows may have moved to another; of no network, without identity.</summary>
    public static DueSubject WholeStore { get; } = new(Store, string.Empty, string.Empty);

    /// <summary>What is to be looked at when a ballot was counted, because something follows from it; null where nothing does.</summary>
    public static DueSubject? Following(NetworkId network, BallotRecord ballot) => ballot.Motion.Kind switch
    {
        MotionKind.Admission or MotionKind.AdmissionRecommendation => Due(network, Admission, ballot.Motion.Case),
        MotionKind.Expulsion or MotionKind.ExpulsionRecommendation when ballot.Motion.IsOnExpulsionCase => Due(network, Expulsion, ballot.Motion.Case),
        MotionKind.Election => Due(network, Election, ballot.Motion.Case),
        MotionKind.Poll => null,
        _ => Due(network, Motion, ballot.Ballot.Id.Value),
    };

    /// <summary>What a decision noted in a meeting is recorded under in the register of resolutions, once.</summary>
    public static string Decision(MeetingId meeting, int entry) => Session + "-" + meeting.Value + "-" + entry.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The subject as it is looked at.</summary>
    public static DueSubject Due(NetworkId network, string kind, string id) => new(kind, network.Value, id);

    /// <summary>The subject as deliveries about it are filed.</summary>
    public static string Filed(NetworkId network, string kind, string id) => $"{network}|{kind}|{id}";
}
