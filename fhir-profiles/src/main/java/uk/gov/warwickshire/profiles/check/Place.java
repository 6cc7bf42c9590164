package uk.gov.warwickshire.profiles.check;

import org.jspecify.annotations.Nullable;

/** Where a check stands in a resource; worded only when there is something to say. */
record Place(@Nullable Place parent, String name, int index) {

    private static final int SINGLE = -1;

    static Place root(String type) {
        return new Place(null, type, SINGLE);
    }

    Place child(String element) {
        return new Place(this, element, SINGLE);
    }

    Place child(String element, int number) {
        return new Place(this, element, number);
    }

    @Override
    public String toString() {
        String own = index == SINGLE ? name : name + "[" + index + "]";
        return parent == null ? own : parent + "." + own;
    }
}
