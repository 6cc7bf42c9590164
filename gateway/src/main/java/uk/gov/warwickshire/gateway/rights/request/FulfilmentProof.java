package uk.gov.warwickshire.gateway.rights.request;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What shows that a request is carried out, point by point.
 *
 * @param outcome what to say once every point is done
 */
public record FulfilmentProof(String outcome, List<Point> points) {

    /**
     * @param subject usually a destination
     * @param words with times and ids of what proves it
     */
    public record Point(String subject, boolean done, String words) {}

    public FulfilmentProof {
        points = List.copyOf(points);
    }

    public boolean isComplete() {
        return points.stream().allMatch(Point::done);
    }

    /** A line for each point, for the log. */
    public String inWords() {
        return points.stream()
                .map(point -> point.subject() + ": " + point.words())
                .collect(Collectors.joining("\n"));
    }
}
