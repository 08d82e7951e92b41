using Microsoft.OpenApi;

namespace Concierge.Admin.Reference;

/// <summary>What every call of a kind can be refused for, besides the rules that its examples show.</summary>
public static class Refusals
{
    public static IEnumerable<(string Status, string Why)> Of(OpenApiOperation operation, bool needsRight)
    {
        yield return ("400", "Something in it is missing, wrong or not known; item says what.");
        yield return ("401", "There is no token, or it is not good any more.");
        if (needsRight) yield return ("403", "The role has no right to it.");
        if (operation.Parameters!.Any(parameter => parameter.In == ParameterLocation.Path)) yield return ("404", "There is none, or none that the caller may know of.");
        if (Sends("If-Match"))
        {
            yield return ("412", "It was changed since it was read.");
            yield return ("428", "There is no If-Match.");
        }
        if (Sends("Idempotency-Key")) yield return ("422", "The key was used for something else.");
        yield return ("429", "Too many calls; Retry-After says when to go on.");

        bool Sends(string header) => operation.Parameters!.Any(parameter => parameter.Name == header);
    }
}
