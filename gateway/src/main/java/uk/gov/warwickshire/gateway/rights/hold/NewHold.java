package uk.gov.warwickshire.gateway.rights.hold;

import java.util.List;

/**
 * A hold that somebody wants to save.
 *
 * @param authority what it rests on: Inquiries Act 2005, litigation, a child safeguarding practice review
 */
public record NewHold(String name, String authority, String why, List<HoldScope> scopes) {
    public NewHold {
        name = required(name, "A hold needs a name.");
        authority = required(authority, "Say on which authority the hold rests.");
        why = required(why, "Say what the hold is for.");
        scopes = List.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("Say what the hold covers.");
        }
    }

    private static String required(String words, String otherwise) {
        if (words.isBlank()) {
            throw new IllegalArgumentException(otherwise);
        }
        return words.strip();
    }
}
