package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Colour;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.PersonTruth;
import java.util.SplittableRandom;

/** Tells of a face about as much as a model does: some people look older or of the other gender, and no two looks say the same. */
final class Misreading {

    private static final double YEARS_BY_PERSON = 5;
    private static final double YEARS_BY_LOOK = 4;
    private static final double WRONG_PEOPLE = 0.06;
    private static final double WRONG_LOOKS = 0.06;
    private static final double CONFIDENCE = 0.88;

    private static final double LIGHT_BY_LOOK = 5;
    private static final double HUE_BY_LOOK = 2.5;

    private Misreading() {}

    /** What colour a look at a person's clothes in a frame has, or null where they are hidden: light and noise change it. */
    static Colour clothing(FaceTruth face, long frame) {
        return colour(face.clothing(), look(face, frame * 31));
    }

    /** The same of the hair. */
    static Colour hair(FaceTruth face, long frame) {
        return colour(face.hair(), look(face, frame * 31 + 7));
    }

    private static SplittableRandom look(FaceTruth face, long number) {
        return new SplittableRandom(face.personId().hashCode() * 1_000_003L + number);
    }

    private static Colour colour(Colour drawn, SplittableRandom look) {
        if (drawn == null) {
            return null;
        }
        double light = LIGHT_BY_LOOK * look.nextGaussian();
        return new Colour(
                channel(drawn.red() + light + HUE_BY_LOOK * look.nextGaussian()),
                channel(drawn.green() + light + HUE_BY_LOOK * look.nextGaussian()),
                channel(drawn.blue() + light + HUE_BY_LOOK * look.nextGaussian()));
    }

    private static int channel(double value) {
        return (int) Math.round(Math.max(0, Math.min(255, value)));
    }

    /** What a look at a person in a frame says; the same look always says the same. */
    static FaceAttributes of(PersonTruth person, long frame) {
        SplittableRandom own = new SplittableRandom(person.personId().hashCode());
        SplittableRandom look = new SplittableRandom(person.personId().hashCode() * 1_000_003L + frame);
        double years = person.age() + YEARS_BY_PERSON * own.nextGaussian() + YEARS_BY_LOOK * look.nextGaussian();
        double age = Math.max(0, Math.min(100, years));
        boolean wrong = own.nextDouble() < WRONG_PEOPLE ^ look.nextDouble() < WRONG_LOOKS;
        Gender gender = wrong == (person.gender() == Gender.MALE) ? Gender.FEMALE : Gender.MALE;
        return new FaceAttributes(
                age, AgeBand.ofYears(age), CONFIDENCE, gender, CONFIDENCE, person.emotion(), CONFIDENCE);
    }
}
