package io.crowdlake.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour as a camera sees it, in sRGB.
 *
 * @param red 0..255
 * @param green 0..255
 * @param blue 0..255
 */
public record Colour(int red, int green, int blue) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

    public Colour {
        channel(red, "red");
        channel(green, "green");
        channel(blue, "blue");
    }

    /** Of its form in JSON, such as {@code #2e4a6b}. */
    @JsonCreator
    public static Colour of(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("colour is " + text + ", must be like #2e4a6b");
        }
        return of(Integer.parseInt(text.substring(1), 16));
    }

    /** Of {@link #rgb()}. */
    public static Colour of(int rgb) {
        return new Colour(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    /** One number: red, green and blue from the high to the low byte. */
    public int rgb() {
        return red << 16 | green << 8 | blue;
    }

    @JsonValue
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%06x", rgb());
    }

    private static void channel(int value, String name) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("colour." + name + " is " + value + ", must be within 0..255");
        }
    }
}
