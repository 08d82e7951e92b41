using System.Text.Encodings.Web;
using System.Text.Unicode;
using Concierge.Admin.Audit;
using Concierge.Admin.Board;
using Concierge.Admin.Broadcasts;
using Concierge.Admin.Consultation;
using Concierge.Admin.Conversations;
using Concierge.Admin.FollowUp;
using Concierge.Admin.Handoff;
using Concierge.Admin.Home;
using Concierge.Admin.Kpi;
using Concierge.Admin.Live;
using Concierge.Admin.Members;
using Concierge.Admin.Points;
using Concierge.Admin.Queues;
using Concierge.Admin.Reference;
using Concierge.Admin.Requests;
using Concierge.Admin.Schedule;
using Concierge.Admin.Search;
using Concierge.Admin.Seminars;
using Concierge.Admin.SignIn;
using Concierge.Admin.Staff;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HttpOverrides;

namespace Concierge.Admin.Web;

/// <summary>The console as a whole: how one enters, what every answer says, and its pages.</summary>
public static class WebPages
{
    /// <summary>Programs show a token, people have a cookie: neither is good where the other is asked for.</summary>
    private const string Either = "either";

    public static IServiceCollection AddConsole(this IServiceCollection services, Site site, StaffOptions staff)
    {
        services.AddSingleton(site).AddSingleton(staff).AddSingleton<Passwords>().AddSingleton<AddressTries>().AddSingleton<Entrance>()
            .AddSingleton<CaseDesk>().AddSingleton<AccountChanges>().AddSingleton<Accounts>().AddSingleton<OwnAccount>();
        // Japanese as it is: escaped letter by letter a page would be three times as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddAntiforgery(forms => (forms.Cookie, forms.SuppressXFrameOptionsHeader) = (site.Cookie("concierge-form", SameSiteMode.Strict), true));
        services.Configure<ForwardedHeadersOptions>(proxy => proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor);
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, scheme => scheme.ForwardDefaultSelector = http => http.Request.Path.StartsWithSegments("/api") ? TokenScheme.Name : Sessions.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null)
            .AddSessions(site)
            .AddCityProvider(staff.Oidc, site);
        return services.AddVaultProtection();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        Asset.Map(routes);
        CityProvider.Map(routes, routes.ServiceProvider.GetRequiredService<StaffOptions>().Oidc);
        // Also of forms that hold nothing else.
        var pages = routes.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute());
        SignInPages.Map(pages);
        OwnAccountPages.Map(pages);
        HomePages.Map(pages);
        InboxPages.Map(pages);
        CasePages.Map(pages);
        LivePages.Map(pages);
        ConsultationPages.Map(pages);
        ReferralPages.Map(pages);
        TalkPages.Map(pages);
        SearchPages.Map(pages);
        MemberPages.Map(pages);
        SeminarPages.Map(pages);
        PostFormPages.Map(pages);
        SeminarFormPages.Map(pages);
        PaperPages.Map(pages);
        SeminarStepPages.Map(pages);
        SeminarResultPages.Map(pages);
        CallPages.Map(pages);
        PostPages.Map(pages);
        FollowUpPages.Map(pages);
        StudyPages.Map(pages);
        BroadcastPages.Map(pages);
        KpiPages.Map(pages);
        KpiEntryPages.Map(pages);
        KpiTargetPages.Map(pages);
        ReachPages.Map(pages);
        PointPages.Map(pages);
        QueuePages.Map(pages);
        SchedulePages.Map(pages);
        RequestPages.Map(pages);
        AuditPages.Map(pages);
        AccountPages.Map(pages);
        TokenPages.Map(pages);
        ReferencePages.Map(pages);
    }
}
