using Bot.Domain.Committees;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The columns of what is noted in a meeting.</summary>
internal static class SessionEntryRow
{
    /// <summary>Reads an entry from its row.</summary>
    public static SessionEntry Read(TableEntity row) => new(row.Number("Number"), row.Named<SessionEntryKind>("Kind"), row.Moment("At"), new PersonId(row.Text("By")))
    {
        Item = row.GetInt32("Item"),
        Text = row.GetString("Text") ?? string.Empty,
        Assignee = row.GetString("Assignee") is { } assignee ? new PersonId(assignee) : null,
        Due = row.GetString("Due") is null ? null : row.Day("Due"),
        Hands = row.GetInt32("Yes") is { } yes ? new HandCount(yes, row.Number("No"), row.Number("Abstain")) : null,
        AssigneeName = row.GetString("AssigneeName") ?? string.Empty,
        Task = row.GetInt32("Task"),
        Basis = row.GetString("Rule") is { } rule ? new DecisionBasis(row.GetInt32("Present"), row.Number("Entitled"), rule) : null,
        ByClock = row.GetBoolean("ByClock") ?? false,
        Origin = row.GetString("Origin") ?? string.Empty,
        UndoneAt = row.MomentOrNull("UndoneAt"),
        UndoneBy = row.GetString("UndoneBy") is { } undoer ? new PersonId(undoer) : null,
        UndoneOrigin = row.GetString("UndoneOrigin") ?? string.Empty,
        IsWithoutQuorum = row.GetBoolean("WithoutQuorum") ?? false,
        About = row.GetInt32("About"),
        TieVerdict = row.NamedOrNull<Verdict>("TieVerdict"),
        Tie = row.NamedOrNull<Verdict>("Tie") is not { } kind ? null : new TieBreak(kind, new PersonId(row.Text("TieBy")), row.Moment("TieAt"))
        {
            Reason = row.GetString("TieReason") ?? string.Empty,
            Witness = row.GetString("TieWitness") is { } witness ? new PersonId(witness) : null,
            DrawnAt = row.MomentOrNull("TieDrawnAt"),
        },
    };

    /// <summary>Writes an entry into its row.</summary>
    public static void Write(TableEntity row, SessionEntry entry)
    {
        row["Number"] = entry.Number;
        row["Kind"] = entry.Kind.ToString();
        row["At"] = entry.At.ToDateTimeOffset();
        row["By"] = entry.By.Value;
        row["Item"] = entry.Item;
        row["Text"] = entry.Text;
        row["Assignee"] = entry.Assignee?.Value;
        row["Due"] = entry.Due is { } due ? RowFormat.Write(due) : null;
        row["Yes"] = entry.Hands?.Yes;
        row["No"] = entry.Hands?.No;
        row["Abstain"] = entry.Hands?.Abstain;
        row["AssigneeName"] = Filled(entry.AssigneeName);
        row["Task"] = entry.Task;
        row["Present"] = entry.Basis?.Present;
        row["Entitled"] = entry.Basis?.Entitled;
        row["Rule"] = entry.Basis?.RuleCode;
        row["ByClock"] = entry.ByClock ? true : null;
        row["Origin"] = Filled(entry.Origin);
        row["UndoneAt"] = entry.UndoneAt?.ToDateTimeOffset();
        row["UndoneBy"] = entry.UndoneBy?.Value;
        row["UndoneOrigin"] = Filled(entry.UndoneOrigin);
        row["WithoutQuorum"] = entry.IsWithoutQuorum ? true : null;
        row["About"] = entry.About;
        row["TieVerdict"] = entry.TieVerdict?.ToString();
        row["Tie"] = entry.Tie?.Kind.ToString();
        row["TieBy"] = entry.Tie?.By.Value;
        row["TieAt"] = entry.Tie?.At.ToDateTimeOffset();
        row["TieReason"] = Filled(entry.Tie?.Reason ?? string.Empty);
        row["TieWitness"] = entry.Tie?.Witness?.Value;
        row["TieDrawnAt"] = entry.Tie?.DrawnAt?.ToDateTimeOffset();
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
