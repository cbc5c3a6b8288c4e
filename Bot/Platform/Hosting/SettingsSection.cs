using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bot.Platform.Hosting;

/// <summary>A section of the settings that the bot itself reads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Holder">The class that holds its values.</param>
internal sealed record SettingsSection(string Name, Type Holder)
{
    /// <summary>The constant by which a class says that it holds a section.</summary>
    private const string Mark = "Section";

    /// <summary>All sections: every class with a constant <c>Section</c> holds one, its properties are the keys.</summary>
    public static IReadOnlyList<SettingsSection> All { get; } =
    [
        .. from type in WithMark(typeof(SettingsSection).Assembly)
           let mark = type.GetField(Mark, BindingFlags.Public | BindingFlags.Static)
           where mark is { IsLiteral: true } && mark.FieldType == typeof(string)
           let name = (string)mark.GetRawConstantValue()!
           orderby name
           select new SettingsSection(name, type),
    ];

    /// <summary>The keys in it.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. Holder.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)];

    /// <summary>Whole names of its settings, such as <c>Tables:DataFolder</c>.</summary>
    public IEnumerable<string> Settings => Keys.Select(key => $"{Name}:{key}");

    /// <summary>The types that have a field of that name, found in the assembly's own tables: asking it for all its types would open every package they are made of,
    /// such as the client of a service that is switched off.</summary>
    private static Type[] WithMark(Assembly assembly)
    {
        if (assembly.Location.Length == 0)
        {
            return assembly.GetTypes();
        }

        using var file = new PEReader(File.OpenRead(assembly.Location));
        var tables = file.GetMetadataReader();
        return [.. tables.FieldDefinitions.Select(tables.GetFieldDefinition)
            .Where(field => tables.StringComparer.Equals(field.Name, Mark))
            .Select(field => assembly.ManifestModule.ResolveType(MetadataTokens.GetToken(field.GetDeclaringType())))];
    }
}
