using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Concierge.LineSimulator;

/// <summary>Serves the phone page, wherever the simulator runs from.</summary>
internal static class PhonePage
{
    public static void UsePhonePage(this WebApplication app)
    {
        app.MapGet("/", () => Results.Redirect("/phone/"));
        if (Folder() is not { } folder) return;
        var files = new PhysicalFileProvider(folder);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = Fresh });
    }

    // The sources first, so that a change shows at once; then the copy beside the program.
    private static string? Folder() => new[]
    {
        Path.Combine(Environment.CurrentDirectory, "tools", "LineSimulator", "wwwroot"),
        Path.Combine(Environment.CurrentDirectory, "wwwroot"),
        Path.Combine(AppContext.BaseDirectory, "wwwroot"),
    }.FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "phone")));

    private static void Fresh(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl = "no-cache";
}
