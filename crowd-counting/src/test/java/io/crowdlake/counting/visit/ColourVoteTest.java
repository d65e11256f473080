package io.crowdlake.counting.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.Colour;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ColourVoteTest {

    private static final ColourVote RED = ColourVote.of(new Colour(140, 47, 57));
    private static final ColourVote GREEN = ColourVote.of(new Colour(63, 107, 79));
    private static final ColourVote GREY = ColourVote.of(new Colour(128, 128, 128));

    @Test
    void greyHasNoHue() {
        assertThat(GREY.luma()).isCloseTo(128, within(1e-9));
        assertThat(GREY.blue()).isCloseTo(0, within(1e-9));
        assertThat(GREY.red()).isCloseTo(0, within(1e-9));
    }

    @Test
    void likeColoursSpeakForOnePersonAndUnlikeOnesForTwo() {
        assertThat(RED.difference(RED)).isNegative();
        assertThat(RED.difference(GREEN)).isPositive();
    }

    @Test
    void brightnessTellsLessThanHue() {
        ColourVote inTheShade = new ColourVote(GREEN.luma() - 12, GREEN.blue(), GREEN.red(), 1);
        ColourVote bluer = new ColourVote(GREEN.luma(), GREEN.blue() + 12, GREEN.red(), 1);

        assertThat(GREEN.difference(inTheShade)).isLessThan(GREEN.difference(bluer));
    }

    @Test
    void nothingIsCertainSinceSomebodyMayStandBefore() {
        assertThat(RED.difference(GREEN)).isLessThan(1.7);
        assertThat(RED.difference(RED)).isGreaterThan(-5);
    }

    @Property
    void aDifferenceIsTheSameEitherWay(
            @ForAll @IntRange(max = 0xffffff) int one, @ForAll @IntRange(max = 0xffffff) int other) {
        ColourVote a = ColourVote.of(Colour.of(one));
        ColourVote b = ColourVote.both(ColourVote.of(Colour.of(other)), ColourVote.of(Colour.of(other)));

        assertThat(a.difference(b)).isCloseTo(b.difference(a), within(1e-9));
    }

    @Test
    void manyLooksTellMoreThanOne() {
        ColourVote often = manyLooks(RED);

        assertThat(often.looks()).isEqualTo(ColourVote.MOST_LOOKS);
        assertThat(often.difference(often)).isLessThan(RED.difference(RED));
        assertThat(often.difference(manyLooks(GREEN))).isGreaterThan(2 * RED.difference(GREEN));
        assertThat(often.difference(GREEN)).isCloseTo(RED.difference(GREEN), within(0.2));
    }

    private static ColourVote manyLooks(ColourVote one) {
        ColourVote often = one;
        for (int look = 0; look < 30; look++) {
            often = ColourVote.both(often, one);
        }
        return often;
    }

    @Test
    void theMeanIsThatOfAllLikeLooks() {
        ColourVote inTheSun = new ColourVote(RED.luma() + 6, RED.blue(), RED.red() + 3, 1);
        ColourVote mean = ColourVote.both(ColourVote.both(RED, inTheSun), inTheSun);

        assertThat(mean.luma()).isCloseTo(RED.luma() + 4, within(1e-9));
        assertThat(mean.red()).isCloseTo(RED.red() + 2, within(1e-9));
        assertThat(mean.looks()).isEqualTo(3);
    }

    @Test
    void aLookAtSomebodyElseIsOutvoted() {
        ColourVote thrice = ColourVote.both(ColourVote.both(RED, RED), RED);

        assertThat(ColourVote.both(thrice, GREEN)).isEqualTo(new ColourVote(RED.luma(), RED.blue(), RED.red(), 2));
        assertThat(ColourVote.both(GREEN, thrice)).isEqualTo(ColourVote.both(thrice, GREEN));
        assertThat(ColourVote.both(RED, GREEN)).isEqualTo(GREEN);
    }

    @Property
    void theColourOfMostLooksWins(@ForAll @Size(min = 1, max = 40) List<Boolean> looks) {
        long red = looks.stream().filter(look -> look).count();
        ColourVote clothes = null;
        for (boolean look : looks) {
            clothes = ColourVote.both(clothes, look ? RED : GREEN);
        }

        if (looks.size() <= ColourVote.MOST_LOOKS && 2 * red != looks.size()) {
            assertThat(clothes.luma()).isCloseTo(2 * red > looks.size() ? RED.luma() : GREEN.luma(), within(1e-9));
        }
        assertThat(clothes.looks()).isBetween(1, ColourVote.MOST_LOOKS);
    }

    @Test
    void whoeverIsHiddenChangesNothing() {
        assertThat(ColourVote.of(null)).isNull();
        assertThat(ColourVote.both(null, null)).isNull();
        assertThat(ColourVote.both(RED, null)).isEqualTo(RED);
        assertThat(ColourVote.both(null, RED)).isEqualTo(RED);
    }
}
