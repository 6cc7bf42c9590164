package uk.gov.warwickshire.gateway.demo.data;

import java.util.List;

/**
 * Where a family lives. The post districts are real, for the regions are found by them; streets and inward codes are
 * made up.
 */
record Home(int house, String street, String town, String postcode) {

    private static final List<String> STREETS = List.of(
            "Sample Street",
            "Test Lane",
            "Mock Road",
            "Example Avenue",
            "Specimen Close",
            "Demo Drive",
            "Imaginary Crescent",
            "Fiction Way");

    /** Which ICR region a postcode belongs to, or none. */
    enum Area {
        COVENTRY_WARWICKSHIRE("CV34 Warwick", "CV31 Leamington", "CV21 Rugby", "CV11 Nuneaton", "CV1 Coventry"),
        BIRMINGHAM_SOLIHULL("B91 Solihull", "B44 Birmingham", "B13 Birmingham"),
        HEREFORDSHIRE_WORCESTERSHIRE("HR4 Hereford", "WR2 Worcester", "WR11 Evesham", "HR9 Ross"),
        OUTSIDE("LE10 Hinckley", "OX16 Banbury");

        private final List<String> districts;

        Area(String... districts) {
            this.districts = List.of(districts);
        }
    }

    static Home draw(Area area, Draw draw) {
        String[] district = draw.oneOf(area.districts).split(" ", 2);
        String inward = " 9Z" + draw.oneOf(List.of("A", "B", "D", "E", "H", "L", "N", "P", "R", "S", "T", "Z"));
        return new Home(draw.between(1, 180), draw.oneOf(STREETS), district[1], district[0] + inward);
    }

    /** As the Liquidlogic script builds it: concatenated by hand, nothing escaped (source-formats.md 2). */
    String asUnescapedJson() {
        return "{\"ROOM\": \"\", \"FLOOR\": \"\", \"FLAT\": \"\", \"BUILDING\": \"\", \"HOUSE\": \"" + house
                + "\", \"STREET\": \"" + street + "\", \"TOWN\": \"" + town
                + "\", \"UPRN\": \"\", \"EASTING\": \"\", \"NORTHING\": \"\"}";
    }

    /** The same house on a street with quotes in its name: the JSON above is then no JSON. */
    Home withQuotedStreet() {
        return new Home(house, "The \"Old\" Sample Street", town, postcode);
    }
}
