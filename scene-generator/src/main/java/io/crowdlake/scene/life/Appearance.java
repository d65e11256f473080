package io.crowdlake.scene.life;

import java.awt.Color;

/**
 * All that stays the same about a person while in view.
 *
 * @param demographic age, gender and emotion shown
 * @param skin base tone
 * @param iris eye colour
 * @param shape proportions of the face
 * @param hair on the head
 * @param beard on the chin
 * @param glasses 0 none, 1 round, 2 angular
 * @param headwear on the hair
 * @param headwearColor its colour
 * @param expression the emotion as positions of brows, eyes and mouth
 * @param outfit clothes
 * @param stature body height in metres
 * @param faceWidth cheek to cheek in metres
 * @param freckles whether the cheeks have any
 * @param makeup strength of lip colour and lashes, 0..1
 */
public record Appearance(
        Demographic demographic,
        Color skin,
        Color iris,
        FaceShape shape,
        Hair hair,
        Beard beard,
        int glasses,
        Headwear headwear,
        Color headwearColor,
        Expression expression,
        Outfit outfit,
        double stature,
        double faceWidth,
        boolean freckles,
        double makeup) {

    /** Height of the face's middle above the ground, in metres. */
    public double faceHeight() {
        return stature + shape.crown() * faceWidth;
    }

    /** Colour of the head above the face: of the hat, the hair, or the skin where there is neither. */
    public Color crownColor() {
        if (headwear != Headwear.NONE) {
            return headwearColor;
        }
        return hair.style().thin() ? skin : hair.color();
    }

    /** Half the width of the shoulders without the arms, in metres. */
    public double shoulder() {
        double build = demographic.female() ? 0.100 : 0.114;
        return build * stature * (demographic.grownUp() ? 1 : 0.95);
    }
}
