package io.crowdlake.counting.recognize;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.Faces;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Movement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final RecognitionRules RULES =
            new RecognitionRules(0.9, Duration.ofHours(24), Duration.ofMinutes(10), null, null);

    private static final VisitUpdate FIRST = visit("door", "a", 0, 60);

    private final Person known = after(Person.NOBODY, FIRST);

    @Test
    void whoWasNeverSeenIsNew() {
        assertThat(Person.NOBODY.told(FIRST, RULES).visit().recognition()).isEqualTo(Recognition.NEW);
    }

    @Test
    void whoWasGoneForLongReturnsAndWhoWasNotGoesOn() {
        assertThat(known.told(visit("door", "b", 60 + 599, 900), RULES).visit().recognition())
                .isEqualTo(Recognition.REENTRY);
        assertThat(known.told(visit("door", "b", 60 + 600, 900), RULES).visit().recognition())
                .isEqualTo(Recognition.RETURNING);
    }

    @Test
    void whatCountsIsTheNearestVisitAlsoALaterOneThatCameFirst() {
        Person seenTwice = after(known, visit("till", "b", 3_600, 3_700));

        assertThat(seenTwice
                        .told(visit("hall", "c", 3_000, 3_300), RULES)
                        .visit()
                        .recognition())
                .isEqualTo(Recognition.REENTRY);
        assertThat(seenTwice
                        .told(visit("hall", "c", 1_500, 1_600), RULES)
                        .visit()
                        .recognition())
                .isEqualTo(Recognition.RETURNING);
    }

    @Test
    void nobodyIsTwiceBeforeOneCameraNorForLongBeforeTwo() {
        assertThat(known.canHaveMade(visit("door", "b", 59, 70).visit())).isFalse();
        assertThat(known.canHaveMade(visit("door", "b", 60, 70).visit())).isTrue();
        assertThat(known.canHaveMade(visit("till", "b", 59, 70).visit()))
                .as("clocks differ by a second or two")
                .isTrue();
        assertThat(known.canHaveMade(visit("till", "b", 50, 70).visit())).isFalse();
        assertThat(known.canHaveMade(visit("till", "b", -30, 90).visit())).isFalse();
        assertThat(known.canHaveMade(visit("till", "b", -30, 0).visit())).isTrue();
    }

    @Test
    void seenBeforeIsTheEndOfTheLastVisitAtTheSameCamera() {
        Person person = after(after(known, visit("till", "b", 100, 150)), visit("door", "c", 200, 250));

        assertThat(person.told(visit("door", "d", 300, 310), RULES).seenBefore())
                .isEqualTo(at(250));
        assertThat(person.told(visit("till", "d", 300, 310), RULES).seenBefore())
                .isEqualTo(at(150));
        assertThat(person.told(visit("hall", "d", 300, 310), RULES).seenBefore())
                .isNull();
        assertThat(person.told(visit("door", "d", 100, 110), RULES).seenBefore())
                .as("later visits are not before")
                .isEqualTo(at(60));
    }

    @Test
    void aVisitThatGoesOnIsToldAsBefore() {
        VisitUpdate longer = visit("door", "a", 0, 90);

        VisitUpdate again = known.toldAgain(longer, known.visit("a").orElseThrow());

        assertThat(again.visit()).isEqualTo(longer.visit().withRecognition(Recognition.NEW));
        assertThat(known.plus(again, Instant.MIN).visits()).containsExactly(again);
    }

    @Test
    void whoIsThereTooLongOrTooOftenIsStaff() {
        RecognitionRules dwell =
                new RecognitionRules(0.9, RULES.memory(), RULES.returnAfter(), Duration.ofSeconds(90), null);
        RecognitionRules often = new RecognitionRules(0.9, RULES.memory(), RULES.returnAfter(), null, 2);
        Person twice = after(known, visit("till", "b", 100, 130));
        Person thrice = after(twice, visit("door", "c", 200, 201));

        assertThat(twice.worksHere(RULES)).as("without limits nobody is").isFalse();
        assertThat(twice.worksHere(dwell)).as("90 s are no more than 90 s").isFalse();
        assertThat(thrice.worksHere(dwell)).isTrue();
        assertThat(twice.worksHere(often)).isFalse();
        assertThat(thrice.worksHere(often)).isTrue();
    }

    @Test
    void staffStayStaffAndNothingOfTheirsIsCounted() {
        Person staff = after(known, visit("till", "b", 100, 130)).asStaff();

        assertThat(staff.counted()).isEmpty();
        assertThat(staff.worksHere(RULES)).isTrue();
        assertThat(staff.told(visit("hall", "c", 5_000, 5_001), RULES).visit().recognition())
                .isEqualTo(Recognition.STAFF);
    }

    @Test
    void oldVisitsAreForgottenAndOnlySoManyAreKept() {
        VisitUpdate second = visit("door", "b", 100, 160);
        Person person = after(known, second);
        assertThat(person.plus(visit("door", "c", 200, 201), at(61)).visits())
                .extracting(update -> update.visit().visitId())
                .containsExactly("b", "c");

        for (int i = 0; i < Person.MOST_VISITS; i++) {
            person = after(person, visit("door", "n" + i, 1_000 + i, 1_000.5 + i));
        }
        assertThat(person.visits()).hasSize(Person.MOST_VISITS);
        assertThat(person.visit("a")).isEmpty();
    }

    @Test
    void whereSomebodyWentIsPassedOnButNotRemembered() {
        Movement movement = new Movement(List.of(new LineCrossing("door", CrossingDirection.IN, at(1))), null, null);
        VisitUpdate update = new VisitUpdate(visit("door", "a", 0, 10).visit(), true, movement);

        VisitUpdate told = Person.NOBODY.told(update, RULES);
        assertThat(told.movement()).isEqualTo(movement);
        assertThat(Person.NOBODY.plus(told, Instant.MIN).visit("a"))
                .hasValueSatisfying(visit -> assertThat(visit.movement()).isEqualTo(Movement.NONE));
    }

    private static Person after(Person person, VisitUpdate update) {
        return person.plus(person.told(update, RULES), Instant.MIN);
    }

    private static VisitUpdate visit(String camera, String id, double from, double to) {
        return new VisitUpdate(
                new Visit(id, camera, at(from), at(to), 3, woman(30), Recognition.UNKNOWN, Faces.MODEL), true);
    }
}
