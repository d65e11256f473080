package io.crowdlake.inference.image;

import java.awt.Graphics2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small font of our own: a server without a desktop often has no font at all, and Java then refuses to draw text. */
public final class PixelFont {

    /** Lines of a letter, of which the last two are below the base line. */
    static final int HEIGHT = 9;

    private static final int WIDTH = 5;
    private static final int ADVANCE = WIDTH + 1;
    private static final Map<Character, String[]> LETTERS = load();

    private PixelFont() {}

    /** Width of a text in pixels when each dot of the font is so many pixels wide. */
    public static int width(String text, int dot) {
        return text.isEmpty() ? 0 : (text.length() * ADVANCE - 1) * dot;
    }

    /** Draws a text in the current colour, its top left at (x, y); a letter that the font lacks is a question mark. */
    public static void draw(Graphics2D graphics, String text, int x, int y, int dot) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                letter(graphics, LETTERS.getOrDefault(text.charAt(i), LETTERS.get('?')), x + i * ADVANCE * dot, y, dot);
            }
        }
    }

    private static void letter(Graphics2D graphics, String[] lines, int x, int y, int dot) {
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if (lines[row].charAt(column) == '#') {
                    graphics.fillRect(x + column * dot, y + row * dot, dot, dot);
                }
            }
        }
    }

    /** The file holds bands: a line with the letters, then their dots, ten letters side by side. */
    private static Map<Character, String[]> load() {
        Map<Character, String[]> letters = new HashMap<>();
        try (InputStream stream = PixelFont.class.getResourceAsStream("pixel-font.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            for (int band = 0; band < lines.size(); band += HEIGHT + 1) {
                for (int at = 0; at < lines.get(band).length(); at += ADVANCE) {
                    String[] letter = new String[HEIGHT];
                    for (int row = 0; row < HEIGHT; row++) {
                        letter[row] = lines.get(band + 1 + row).substring(at, at + WIDTH);
                    }
                    letters.put(lines.get(band).charAt(at), letter);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters;
    }
}
