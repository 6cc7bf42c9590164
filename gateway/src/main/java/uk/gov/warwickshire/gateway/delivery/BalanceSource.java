package uk.gov.warwickshire.gateway.delivery;

import java.time.LocalDate;
import java.util.List;

/** A room that keeps the account of a destination itself; its days join the balance of all. */
public interface BalanceSource {

    /** Both days included; days on which nothing was due are left out. */
    List<Balance> between(LocalDate from, LocalDate until);
}
