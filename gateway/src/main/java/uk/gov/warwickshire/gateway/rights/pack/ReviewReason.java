package uk.gov.warwickshire.gateway.rights.pack;

/** Why a person must look at something before it is released (Data Protection Act 2018, Schedule 2, Part 3). */
public enum ReviewReason {
    ANOTHER_PERSON("It is about another person: a parent, a sibling, somebody in the household."),
    OTHER_ADDRESS("It is an address of somebody else, or may be one."),
    WORKER_PRIVATE("It is private to a worker; a worker's name and role in their work are released."),
    NAMED_IN_TEXT("It names another person of the record."),
    FREE_TEXT("Somebody wrote it in their own words: it may name other people."),
    LOOKED_AT_IT("It names a person of another organisation who looked at the record.");

    private final String words;

    ReviewReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
