package uk.gov.warwickshire.profiles.check;

/**
 * What keeps a resource from conforming to its profile. Holds no value of the resource.
 *
 * @param path `CarePlan.category[0].coding[1].code`
 * @param problem what is wrong there, in words
 */
public record Fault(String path, String problem) {
    @Override
    public String toString() {
        return path + ": " + problem;
    }
}
