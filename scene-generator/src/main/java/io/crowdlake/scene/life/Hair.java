package io.crowdlake.scene.life;

import java.awt.Color;

/**
 * @param style the cut
 * @param color with its grey already mixed in
 * @param browColor greys later than the hair
 * @param parting -1 (left) to 1 (right)
 * @param volume how far the hair stands off the skull, in face widths
 */
public record Hair(HairStyle style, Color color, Color browColor, double parting, double volume) {}
