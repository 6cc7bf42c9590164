package uk.gov.warwickshire.gateway.cpis;

import java.time.Instant;

/**
 * Something that is wrong now.
 *
 * @param since when the oldest of them began
 * @param count how many; at least one
 * @param children how many children it keeps from being shown as they are; zero where nobody can know
 * @param words what it means and what to do
 */
public record CpIsAlarm(Kind kind, Instant since, long count, long children, String words) {

    /** What is wrong, loudest first. */
    public enum Kind {
        FILE_STOPPED("Uploading has stopped: a file needs a person"),
        FILE_NOT_ACKNOWLEDGED("A file has no acknowledgement in time"),
        FILE_NOT_SENT("A file waits to be sent: MESH does not take it"),
        FILE_NOT_LOADED("CP-IS has asked for the same file again and again and has not loaded it"),
        NO_FILE_WRITTEN("Children are due at CP-IS and no file is written"),
        MAILBOX_NOT_READ("The mailbox of CP-IS has not been read: what CP-IS says does not arrive"),
        MESSAGE_NOT_TAKEN_IN("A message of CP-IS cannot be taken in"),
        WITHHELD("Children at risk are withheld from CP-IS: no agreement covers them"),
        CANNOT_BE_SENT("Children at risk cannot be sent until their record is completed"),
        REFUSED_BY_CPIS("CP-IS does not show children it should show"),
        EMPTY_ACCESS("A record was seen and CP-IS does not say whose or by whom"),
        UNREADABLE("A message of CP-IS could not be relied on"),
        NOT_EVALUATED("Today's birthdays and ends of plans have not been looked at"),
        BELOW_95_PERCENT("Fewer than 95 % of the children are matched at CP-IS");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }
    }
}
