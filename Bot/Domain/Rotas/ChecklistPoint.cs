namespace Bot.Domain.Rotas;

/// <summary>What whoever leads a meeting sees to, in the order it is due.</summary>
public enum ChecklistPoint
{
    /// <summary>Where the meeting is, and that the room or the link is booked.</summary>
    Place,

    /// <summary>What is on the agenda, and who presents it.</summary>
    Agenda,

    /// <summary>That the invitation goes out in time.</summary>
    Invitation,

    /// <summary>Who writes the minutes.</summary>
    MinuteTaker,

    /// <summary>What is needed in the room: keys, screen, drinks, interpreters.</summary>
    Room,
}
