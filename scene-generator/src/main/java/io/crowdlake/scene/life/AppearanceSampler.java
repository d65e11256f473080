package io.crowdlake.scene.life;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Invents people: the same random numbers give the same person. */
public final class AppearanceSampler {

    private static final Color[] SKINS = {
        new Color(0xFBE3D3),
        new Color(0xF3CDB3),
        new Color(0xE8B995),
        new Color(0xD9A37C),
        new Color(0xC08A62),
        new Color(0xA06C48),
        new Color(0x7F5236),
        new Color(0x5E3B28),
        new Color(0x472C20)
    };
    private static final Color[] FAIR_HAIR = {
        new Color(0xD9B878), new Color(0xB98A4A), new Color(0x8A5A32), new Color(0xA8492A), new Color(0x5A3A26)
    };
    private static final Color[] DARK_HAIR = {new Color(0x1E1714), new Color(0x2B1E18), new Color(0x3D2A20)};
    private static final Color[] IRIS = {
        new Color(0x4A2F1D), new Color(0x5E4020), new Color(0x4F7F52), new Color(0x4C7FA8), new Color(0x6E8791)
    };
    private static final Color[] CLOTH = {
        new Color(0x2E4A6B),
        new Color(0x8C2F39),
        new Color(0x3F6B4F),
        new Color(0xD8D4C8),
        new Color(0x37383D),
        new Color(0xC98B2F),
        new Color(0x6C4A7E),
        new Color(0x4E8098),
        new Color(0xB5654A),
        new Color(0x8A9A5B),
        new Color(0xE4E6EA),
        new Color(0x1F2A36)
    };
    private static final Color[] DENIM = {
        new Color(0x2B3A55), new Color(0x3E4C63), new Color(0x2A2A2E), new Color(0x6B5B45), new Color(0x4A4F55)
    };

    private final RandomGenerator random;

    public AppearanceSampler(RandomGenerator random) {
        this.random = random;
    }

    /** A person of the given age, gender and emotion. */
    public Appearance sample(Demographic who) {
        int tone = random.nextInt(SKINS.length);
        Color skin = Tones.jitter(SKINS[tone], 10, random);
        HairStyle style = style(who);
        Headwear headwear = headwear(who);
        Beard beard = beard(who);
        double makeup = who.female() ? (who.age() < 13 ? 0.25 : 0.6 + random.nextDouble() * 0.4) : 0;
        return new Appearance(
                who,
                skin,
                tone > 3 ? IRIS[random.nextInt(2)] : IRIS[random.nextInt(IRIS.length)],
                shape(who),
                hair(who, style, tone),
                beard,
                chance(who.grownUp() ? 0.16 + 0.25 * who.ageing() : 0.08) ? 1 + random.nextInt(2) : 0,
                headwear,
                Tones.jitter(pick(CLOTH), 12, random),
                Expression.of(who.emotion(), random),
                outfit(who),
                stature(who),
                0.158 + (who.female() ? -0.006 : 0.004) - 0.022 * who.childness() + spread(0.004),
                tone < 3 && chance(who.grownUp() ? 0.06 : 0.2),
                makeup);
    }

    private FaceShape shape(Demographic who) {
        double child = who.childness();
        double old = who.ageing();
        double male = who.female() ? 0 : 1 - 0.7 * child;
        return new FaceShape(
                1.34 - 0.17 * child + 0.03 * male + spread(0.03),
                0.355 + 0.055 * male + 0.02 * old - 0.01 * child + spread(0.012),
                -0.115 + 0.115 * child + spread(0.012),
                0.102 + 0.022 * child + (who.female() ? 0.006 : 0) - 0.012 * old + spread(0.004),
                0.43 + spread(0.02),
                0.175 + 0.015 * child + 0.02 * old + spread(0.012),
                0.088 + 0.016 * male - 0.022 * child + 0.012 * old + spread(0.007),
                0.375 - 0.005 * child + spread(0.012),
                0.172 + 0.012 * male - 0.022 * child + spread(0.008),
                (0.036 + (who.female() ? 0.012 : -0.002)) * (1 - 0.4 * old) - 0.005 * child + spread(0.003),
                0.026 + 0.022 * male - 0.006 * child + spread(0.003));
    }

    private Hair hair(Demographic who, HairStyle style, int tone) {
        Color young = Tones.jitter(
                tone > 3 || chance(0.35) ? pick(DARK_HAIR) : FAIR_HAIR[random.nextInt(FAIR_HAIR.length)], 8, random);
        double grey = smooth(36, 66, who.age() + spread(3));
        Color silver = Tones.mix(new Color(0x9D9C9A), new Color(0xECEBE8), smooth(52, 78, who.age()));
        Color brow = Tones.mix(Tones.darker(young, 0.25), new Color(0xA9A7A3), smooth(50, 80, who.age()));
        return new Hair(
                style,
                Tones.mix(young, silver, grey),
                brow,
                spread(1),
                0.04 + random.nextDouble() * 0.05 + (style == HairStyle.AFRO ? 0.14 : 0));
    }

    private HairStyle style(Demographic who) {
        if (who.female()) {
            if (who.age() < 13) {
                return pick(
                        HairStyle.PIGTAILS,
                        HairStyle.LONG_STRAIGHT,
                        HairStyle.PONYTAIL,
                        HairStyle.BOB,
                        HairStyle.LONG_WAVY);
            }
            if (who.age() > 58) {
                return pick(HairStyle.BOB, HairStyle.PIXIE, HairStyle.BUN, HairStyle.CURLY, HairStyle.BOB);
            }
            return pick(
                    HairStyle.LONG_STRAIGHT,
                    HairStyle.LONG_WAVY,
                    HairStyle.BOB,
                    HairStyle.BUN,
                    HairStyle.PONYTAIL,
                    HairStyle.LONG_WAVY,
                    HairStyle.AFRO,
                    HairStyle.PIXIE);
        }
        if (!who.grownUp()) {
            return pick(HairStyle.BOWL, HairStyle.SIDE_PART, HairStyle.CREW, HairStyle.CURLY);
        }
        if (chance(smooth(30, 75, who.age()) * 0.75)) {
            return pick(HairStyle.RECEDING, HairStyle.RING, HairStyle.RECEDING, HairStyle.BALD);
        }
        return pick(HairStyle.SIDE_PART, HairStyle.CREW, HairStyle.CURLY, HairStyle.SIDE_PART, HairStyle.CREW);
    }

    private Beard beard(Demographic who) {
        if (who.female() || who.age() < 19 || chance(0.42)) {
            return Beard.NONE;
        }
        return Beard.values()[1 + random.nextInt(4)];
    }

    private Headwear headwear(Demographic who) {
        if (chance(0.84)) {
            return Headwear.NONE;
        }
        if (who.female() && who.grownUp() && chance(0.4)) {
            return Headwear.SCARF;
        }
        return pick(Headwear.CAP, Headwear.BEANIE, who.grownUp() ? Headwear.BRIM : Headwear.CAP);
    }

    private Outfit outfit(Demographic who) {
        Color top = Tones.jitter(pick(CLOTH), 14, random);
        return new Outfit(
                top,
                Tones.jitter(pick(CLOTH), 14, random),
                Tones.jitter(pick(DENIM), 10, random),
                chance(0.5) ? new Color(0x24211F) : Tones.jitter(new Color(0x8C7A66), 20, random),
                pick(Outfit.Cut.values()),
                who.female() && chance(0.35));
    }

    private double stature(Demographic who) {
        double grown = who.female() ? 1.65 : 1.77;
        double young = 0.78 + 0.062 * who.age();
        double metres = who.age() < 17 ? Math.min(grown, young) : grown - 0.05 * smooth(60, 90, who.age());
        return metres + spread(0.05);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number around 0, at most that far away, mostly nearer. */
    private double spread(double most) {
        return (random.nextDouble() + random.nextDouble() - 1) * most;
    }

    @SafeVarargs
    private final <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    private static double smooth(double from, double to, double value) {
        double share = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return share * share * (3 - 2 * share);
    }
}
