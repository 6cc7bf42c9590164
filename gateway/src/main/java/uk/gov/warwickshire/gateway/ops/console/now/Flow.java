package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of a record as a picture: intake, mapping and store, the gate, and what stands behind it.
 *
 * @param optOut the exchange that tells the gate who has opted out
 * @param exits destinations and the partner API, from top to bottom
 */
record Flow(Station intake, Station store, Station gate, Station optOut, List<Station> exits) {

    private static final int BOX_WIDTH = 215;
    private static final int BOX_HEIGHT = 94;
    private static final int EXIT_WIDTH = 320;
    private static final int EXIT_HEIGHT = 74;
    private static final int GAP = 14;
    private static final int LEAST_HEIGHT = 290;

    Flow {
        exits = List.copyOf(exits);
    }

    /** A station with its place in the picture. */
    record Box(Station station, int x, int y, int width, int height) {
        public int middle() {
            return y + height / 2;
        }

        public int right() {
            return x + width;
        }
    }

    public int height() {
        return Math.max(LEAST_HEIGHT, exits.size() * (EXIT_HEIGHT + GAP) + GAP);
    }

    public Box intakeBox() {
        return new Box(intake, 5, middle(), BOX_WIDTH, BOX_HEIGHT);
    }

    public Box storeBox() {
        return new Box(store, 245, middle(), BOX_WIDTH, BOX_HEIGHT);
    }

    public Box gateBox() {
        return new Box(gate, 485, middle(), BOX_WIDTH, BOX_HEIGHT);
    }

    public Box optOutBox() {
        return new Box(optOut, 485, middle() + BOX_HEIGHT + 40, BOX_WIDTH, BOX_HEIGHT);
    }

    public List<Box> exitBoxes() {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < exits.size(); i++) {
            boxes.add(new Box(exits.get(i), 775, GAP + i * (EXIT_HEIGHT + GAP), EXIT_WIDTH, EXIT_HEIGHT));
        }
        return boxes;
    }

    /** Every station, in the way of a record. */
    public List<Station> stations() {
        List<Station> all = new ArrayList<>(List.of(intake, store, gate, optOut));
        all.addAll(exits);
        return all;
    }

    public List<Box> boxes() {
        List<Box> all = new ArrayList<>(List.of(intakeBox(), storeBox(), gateBox(), optOutBox()));
        all.addAll(exitBoxes());
        return all;
    }

    private int middle() {
        return Math.max(GAP, (height() - BOX_HEIGHT * 2 - 40) / 2);
    }
}
