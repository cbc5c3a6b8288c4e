using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Bot.Tests.Infra;

/// <summary>A resource of the compiled deployment.</summary>
/// <param name="Type">Such as <c>Microsoft.Web/sites</c>.</param>
/// <param name="Version">The version of its interface.</param>
/// <param name="Content">As it is sent to Azure.</param>
internal sealed record DeployedResource(string Type, string Version, JsonElement Content)
{
    private const string Nested = "Microsoft.Resources/deployments";

    /// <summary>What every resource has, and what only steers the deployment.</summary>
    private static readonly string[] Usual = ["type", "apiVersion", "name", "dependsOn", "condition", "scope", "existing", "tags", "location", "copy"];

    /// <summary>Every property that is given a value, as a path such as <c>properties.siteConfig.alwaysOn</c>; elements of lists share one.</summary>
    public IEnumerable<string> Properties =>
        Content.EnumerateObject().Where(property => !Usual.Contains(property.Name, StringComparer.Ordinal)).SelectMany(property => Paths(property.Name, property.Value)).Distinct(StringComparer.Ordinal);

    /// <summary>All resources of a template, those of its modules included, without those that are only referred to.</summary>
    public static IEnumerable<DeployedResource> Of(JsonElement template)
    {
        foreach (var resource in Elements(template.GetProperty("resources")))
        {
            var type = resource.GetProperty("type").GetString()!;
            if (string.Equals(type, Nested, StringComparison.Ordinal))
            {
                foreach (var inner in Of(resource.GetProperty("properties").GetProperty("template")))
                {
                    yield return inner;
                }
            }
            else if (!resource.TryGetProperty("existing", out _))
            {
                yield return new DeployedResource(type, resource.GetProperty("apiVersion").GetString()!, resource);
            }
        }
    }

    /// <summary>A list, or named elements where the template uses names.</summary>
    private static IEnumerable<JsonElement> Elements(JsonElement resources) =>
        resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray() : resources.EnumerateObject().Select(resource => resource.Value);

    private static IEnumerable<string> Paths(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => string.Equals(property.Name, "copy", StringComparison.Ordinal)
            ? property.Value.EnumerateArray().SelectMany(loop => Paths($"{path}.{loop.GetProperty("name").GetString()}", loop.GetProperty("input")))
            : property.Name.StartsWith('[') ? [path] : Paths($"{path}.{property.Name}", property.Value)),
        JsonValueKind.Array when value.GetArrayLength() > 0 => value.EnumerateArray().SelectMany(element => Paths(path, element)),
        _ => [path],
    };
}
