namespace Concierge.Core.Board;

/// <summary>A place on the map, in degrees.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    // Records print themselves, and where somebody is must reach no log.
    public override string ToString() => nameof(GeoPoint);

    /// <summary>Metres as the crow flies.</summary>
    public double MetresTo(GeoPoint other) => Direction.Of(this).MetresTo(Direction.Of(other));
}

/// <summary>
/// A place as seen from the middle of the earth. The straight line between two of these is twice the square root of the haversine
/// formula's <c>a</c>: the same distance, without a sine for each post. Within 100 km it is less than a metre short.
/// </summary>
public readonly record struct Direction(double X, double Y, double Z)
{
    /// <summary>Mean radius of the earth in metres (IUGG).</summary>
    private const double Radius = 6_371_008.8;

    public static Direction Of(GeoPoint point)
    {
        var (latitude, longitude) = (double.DegreesToRadians(point.Latitude), double.DegreesToRadians(point.Longitude));
        return new Direction(Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
    }

    public double MetresTo(Direction other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return Radius * Math.Sqrt((x * x) + (y * y) + (z * z));
    }
}
