using Concierge.Admin.Web;
using Microsoft.AspNetCore.OpenApi;

namespace Concierge.Admin.Reference;

/// <summary>The API for people to read: what stands in the document at <c>/openapi/v1.json</c>, and as open as that.</summary>
public static class ReferencePages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/reference", Show).AllowAnonymous();

    private static async Task<IResult> Show([FromKeyedServices("v1")] IOpenApiDocumentProvider api, CancellationToken stop) =>
        PageView.Of<ReferencePage>(("Api", await api.GetOpenApiDocumentAsync(stop)));
}
