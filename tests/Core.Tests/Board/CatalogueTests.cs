using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Xunit;

namespace Concierge.CoreTests.Board;

public sealed class CatalogueTests
{
    /// <summary>What the catalogue of the plan says of each type's load: the derived grade must be one of these.</summary>
    private static readonly Dictionary<string, string> Said = new()
    {
        ["T01"] = "中", ["T02"] = "中", ["T03"] = "中重", ["T04"] = "軽中", ["T05"] = "軽中", ["T06"] = "中", ["T07"] = "軽", ["T08"] = "軽", ["T09"] = "軽中", ["T10"] = "中重", ["T11"] = "軽",
        ["T12"] = "中", ["T20"] = "軽中", ["T21"] = "軽中", ["T22"] = "重", ["T23"] = "中", ["T24"] = "中", ["T25"] = "中", ["T26"] = "軽", ["T27"] = "軽", ["T28"] = "軽中", ["T30"] = "中",
        ["T31"] = "中", ["T32"] = "中", ["T33"] = "軽", ["T34"] = "中", ["T35"] = "中", ["T36"] = "軽中", ["T37"] = "軽中", ["T38"] = "中重", ["T39"] = "中重", ["T40"] = "軽", ["T41"] = "中",
        ["T42"] = "軽中", ["T43"] = "軽", ["T44"] = "中", ["T45"] = "中", ["T46"] = "中", ["T50"] = "中重", ["T51"] = "軽", ["T52"] = "中",
    };

    [Fact]
    public void Each_of_the_41_types_is_as_hard_as_the_plan_says()
    {
        Assert.Equal(41, Tasks.All.Length);
        Assert.All(Tasks.All, task => Assert.Contains(task.Load.Length == 8 ? "軽中重"[(int)Load.Of(task.Load).Grade] : '?', Said[task.Id]));
    }

    [Theory]
    [InlineData(LoadGrade.Light, 1, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData(LoadGrade.Medium, 2, 0, 0, 0, 0, 0, 0, 2)]
    [InlineData(LoadGrade.Heavy, 2, 2, 2, 0, 0, 0, 0, 0)]
    [InlineData(LoadGrade.Heavy, 0, 0, 0, 3, 0, 0, 0, 0)]
    public void A_grade_follows_from_the_axes(LoadGrade grade, params int[] axes) => Assert.Equal(grade, Load.Of(axes).Grade);

    [Fact]
    public void Each_type_speaks_the_inventorys_language()
    {
        var options = Questionnaires.Embedded.Newest("inventory").Questions.ToDictionary(q => q.Key, q => q.Options.Select(o => o.Key).ToHashSet());
        Assert.All(Tasks.All, task =>
        {
            Assert.Subset(options["motives"], task.Motives.ToHashSet());
            Assert.Subset(options["skills"], task.Skills.ToHashSet());
            Assert.Subset(options["portable"], task.Portable.ToHashSet());
            Assert.Subset(options["experience"], task.Experience.ToHashSet());
            Assert.True(task.Licence is null || options["skills"].Contains(task.Licence));
            Assert.NotNull(Tasks.FindKind(task.Kind));
            Assert.NotEmpty(task.Steps);
            Assert.NotEmpty(task.NotDo);
        });
        Assert.All(Tasks.Kinds.Where(k => k.Card is not null), kind => Assert.True(options.ContainsKey("interest/" + kind.Card)));
        Assert.Equal(10, Tasks.Kinds.Count(k => k.Card is not null));
    }

    [Fact]
    public void The_question_for_the_home_area_knows_every_area_and_every_town_around() => Assert.Equal(
        Areas.All.Select(a => a.Key).Concat(Areas.Neighbours.Select(n => n.Key)),
        Questionnaires.Embedded.Newest(FindWork.Form).Questions.Single().Options.Select(o => o.Key));

    [Fact]
    public void There_are_21_areas_in_the_four_parts_of_the_inventory()
    {
        var parts = Questionnaires.Embedded.Newest("inventory").Questions.Single(q => q.Key == "area").Options.Select(o => o.Key);
        Assert.Equal(21, Areas.All.Length);
        Assert.Equal(10, Areas.All.Count(a => a.Confirmed));
        Assert.Equal(parts.Where(p => p != Areas.Outside).Order(), Areas.All.Select(a => a.Group).Distinct().Order());
    }

    /// <summary>柏駅 to 手賀大橋 and to 東京駅, by the haversine formula written out.</summary>
    [Theory]
    [InlineData(35.8622, 139.9709, 35.8643, 140.0282)]
    [InlineData(35.8622, 139.9709, 35.6812, 139.7671)]
    [InlineData(35.8622, 139.9709, 35.8622, 139.9709)]
    public void A_distance_is_that_of_the_haversine_formula(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var half = Math.Pow(Math.Sin((b - a) / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2), 2));
        var haversine = 2 * 6_371_008.8 * Math.Asin(Math.Sqrt(half));
        Assert.Equal(haversine, new GeoPoint(latitude, longitude).MetresTo(new GeoPoint(otherLatitude, otherLongitude)), tolerance: 0.1);
    }
}
