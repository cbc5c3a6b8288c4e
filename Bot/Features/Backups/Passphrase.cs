using System;
using System.IO;
using System.Text;

namespace Bot.Features.Backups;

/// <summary>Where the passphrase of a backup comes from: a file, an environment variable, or whoever sits at the keyboard. Never the command line, which other users of the machine and its logs see.</summary>
internal static class Passphrase
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "BOT_BACKUP_PASSPHRASE";

    /// <summary>The shortest that is taken for a new backup, in UTF-16 units: five or six words, or what a password manager makes.</summary>
    public const int Shortest = 16;

    /// <summary>Reads it.</summary>
    /// <param name="file">A file whose first line it is; null for none.</param>
    /// <param name="isNew">Whether something is to be encrypted with it: then it must be long enough, and who types it types it twice.</param>
    /// <exception cref="BackupException">There is none, or it is too short.</exception>
    public static string Read(string? file, bool isNew)
    {
        var passphrase = file is not null ? FirstLine(file) : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : Asked(isNew);
        if (passphrase.Length == 0)
        {
            throw new BackupException("The passphrase is empty.");
        }

        return isNew && passphrase.Length < Shortest
            ? throw new BackupException($"The passphrase has {passphrase.Length} characters; a new backup takes one of at least {Shortest}. Whoever gets hold of the file can try as many as they like.")
            : passphrase;
    }

    private static string FirstLine(string file)
    {
        using var reader = new StreamReader(file);
        return reader.ReadLine() ?? string.Empty;
    }

    private static string Asked(bool isNew)
    {
        if (Console.IsInputRedirected)
        {
            throw new BackupException($"There is no passphrase. Put it into the environment variable {Variable}, or into a file that only you can read and name it with --passphrase-file.");
        }

        var typed = Typed("Passphrase: ");
        return !isNew || Typed("Once more: ") == typed ? typed : throw new BackupException("The two are not the same. Begin again.");
    }

    private static string Typed(string prompt)
    {
        Console.Error.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key is not ConsoleKey.Enter)
        {
            if (key.Key is ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
