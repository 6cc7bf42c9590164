package uk.gov.warwickshire.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A census written by hand: children in need, each on a child protection plan since 30 May 2024. */
final class Census {

    private final int year;
    private final List<String> children = new ArrayList<>();

    Census(int year) {
        this.year = year;
    }

    /** @param plan what the plan's element holds beside its start */
    Census child(String id, String birth, String plan) {
        children.add("""
                <Child>
                  <ChildIdentifiers>
                    <LAchildID>%s</LAchildID><PersonBirthDate>%s</PersonBirthDate><Sex>F</Sex>
                  </ChildIdentifiers>
                  <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
                  <CINdetails>
                    <CINreferralDate>2025-02-01</CINreferralDate>
                    <ReferralSource>6</ReferralSource>
                    <PrimaryNeedCode>N5</PrimaryNeedCode>
                    <ReferralNFA>0</ReferralNFA>
                    <ChildProtectionPlans>
                      <CPPstartDate>2025-02-20</CPPstartDate>%s
                      <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
                      <LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
                      <NumberOfPreviousCPP>0</NumberOfPreviousCPP>
                    </ChildProtectionPlans>
                  </CINdetails>
                </Child>
                """.formatted(id, birth, plan));
        return this;
    }

    /** The children `c1` and `c2` of {@link Extract#ofTwoChildren()}, born on the same days. */
    static Census ofTwoChildren() {
        return new Census(2025).child("c1", "2015-04-01", "").child("c2", "2016-05-02", "");
    }

    String text() {
        return """
                <Message>
                <Header>
                <CollectionDetails><Collection>CIN</Collection><Year>%d</Year><ReferenceDate>%d-03-31</ReferenceDate>
                </CollectionDetails>
                <Source><LEA>937</LEA></Source>
                </Header>
                <Children>
                %s</Children>
                </Message>
                """.formatted(year, year, String.join("", children));
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
